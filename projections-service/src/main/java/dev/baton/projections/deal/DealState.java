package dev.baton.projections.deal;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.deal.TermsEvent;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a deal stands, in the order of its way.
public enum DealState {
    PROSPECTING(true),
    QUALIFIED(true),
    NEGOTIATING(true),
    AGREED(true),
    WON(false),
    IN_SUPPORT(false),
    ENDED(false),
    LOST(false),
    DISQUALIFIED(false),
    ON_HOLD(false),
    NURTURING(false),
    MERGED(false);

    private static final EnumSet<DealState> BEFORE_QUALIFIED = EnumSet.of(PROSPECTING, NURTURING);
    private static final EnumSet<DealState> BEFORE_AGREED = EnumSet.of(PROSPECTING, NURTURING, QUALIFIED, NEGOTIATING);

    private final boolean open;

    DealState(boolean open) {
        this.open = open;
    }

    /// Open is from PROSPECTING to AGREED.
    public boolean open() {
        return open;
    }

    public static DealState of(Stage stage) {
        return switch (stage) {
            case PROSPECTING -> PROSPECTING;
            case QUALIFIED -> QUALIFIED;
            case NEGOTIATING -> NEGOTIATING;
            case AGREED -> AGREED;
        };
    }

    /// The state that an event leads to; empty when it leaves the deal where it is.
    ///
    /// @param now where the deal stands; absent before it is found
    public static Optional<DealState> enteredBy(DealEvent event, @Nullable DealState now) {
        return switch (event) {
            case ProspectingEvent lead -> enteredBy(lead, now);
            case NegotiationEvent talk -> enteredBy(talk, now);
            case ClosingEvent close -> enteredBy(close);
            case SupportEvent handOver -> enteredBy(handOver);
            case HoldEvent hold -> Optional.of(enteredBy(hold));
            case ServiceEvent service -> service instanceof ServiceEnded ? Optional.of(ENDED) : Optional.empty();
            case TermsEvent _, ConsultationEvent _ -> Optional.empty();
            case ProgressEvent _, SlaEvent _, AccountabilityEvent _ -> Optional.empty();
        };
    }

    /// A qualification that is told late moves nothing.
    private static Optional<DealState> enteredBy(ProspectingEvent event, @Nullable DealState now) {
        return switch (event) {
            case LeadFound _, LeadReturned _, NurtureDue _ -> Optional.of(PROSPECTING);
            case LeadQualified _ -> BEFORE_QUALIFIED.contains(now) ? Optional.of(QUALIFIED) : Optional.empty();
            case LeadDisqualified _ -> Optional.of(DISQUALIFIED);
            case LeadRecycled _ -> Optional.of(NURTURING);
        };
    }

    /// Terms that are told late move nothing.
    private static Optional<DealState> enteredBy(NegotiationEvent event, @Nullable DealState now) {
        return switch (event) {
            case NegotiationOpened _, TermsReopened _ -> Optional.of(NEGOTIATING);
            case Negotiated _ -> BEFORE_AGREED.contains(now) ? Optional.of(AGREED) : Optional.empty();
        };
    }

    private static Optional<DealState> enteredBy(ClosingEvent event) {
        return switch (event) {
            case Closed closed -> Optional.of(closed.outcome() == Outcome.WON ? WON : LOST);
            case ReversalRequested _ -> Optional.empty();
            case CloseReversed reversed ->
                Optional.of(reversed.kind() == Reversal.BOOKED_IN_ERROR ? NEGOTIATING : LOST);
            case DealReopened reopened -> Optional.of(of(reopened.stage()));
            case DealMerged _ -> Optional.of(MERGED);
        };
    }

    private static Optional<DealState> enteredBy(SupportEvent event) {
        return switch (event) {
            case HandedToSupport _ -> Optional.of(IN_SUPPORT);
            case HandoverPrepared _, HandoverRequested _, HandoverRejected _ -> Optional.empty();
        };
    }

    private static DealState enteredBy(HoldEvent event) {
        return switch (event) {
            case DealPutOnHold _ -> ON_HOLD;
            case DealResumed resumed -> of(resumed.stage());
        };
    }
}
