package dev.baton.projections.deal;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.util.Optional;

/// Where a deal stands, in the order of its way.
public enum DealState {
    PROSPECTING(true),
    QUALIFIED(true),
    NEGOTIATING(true),
    AGREED(true),
    WON(false),
    IN_SUPPORT(false),
    LOST(false),
    DISQUALIFIED(false);

    private final boolean open;

    DealState(boolean open) {
        this.open = open;
    }

    /// Open is from PROSPECTING to AGREED.
    public boolean open() {
        return open;
    }

    /// The state that an event leads to; empty when it leaves the deal where it is.
    public static Optional<DealState> enteredBy(DealEvent event) {
        return switch (event) {
            case LeadFound _ -> Optional.of(PROSPECTING);
            case LeadQualified _ -> Optional.of(QUALIFIED);
            case LeadDisqualified _ -> Optional.of(DISQUALIFIED);
            case NegotiationOpened _ -> Optional.of(NEGOTIATING);
            case Negotiated _ -> Optional.of(AGREED);
            case Closed closed -> Optional.of(closed.outcome() == Outcome.WON ? WON : LOST);
            case HandoverRequested _ -> Optional.empty();
            case HandedToSupport _ -> Optional.of(IN_SUPPORT);
            case HolderRecognised _ -> Optional.empty();
        };
    }
}
