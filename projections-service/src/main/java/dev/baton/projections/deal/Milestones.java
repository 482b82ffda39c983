package dev.baton.projections.deal;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
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
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.TermsEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the deal reached what it has reached, by occurredAt. What was reached before it was set back counts no more.
public record Milestones(
        Instant found,
        @Nullable Instant qualified,
        @Nullable Instant agreed,
        @Nullable Instant closed,
        @Nullable Instant handed) {

    static Milestones found(Instant at) {
        return new Milestones(at, null, null, null, null);
    }

    /// A milestone that is told late is reached all the same.
    Milestones after(DealEvent event, Instant at) {
        return switch (event) {
            case ProspectingEvent lead -> after(lead, at);
            case NegotiationEvent talk -> after(talk, at);
            case ClosingEvent close -> after(close, at);
            case SupportEvent handOver ->
                handOver instanceof HandedToSupport ? new Milestones(found, qualified, agreed, closed, at) : this;
            case TermsEvent _, ConsultationEvent _, ServiceEvent _, HoldEvent _ -> this;
            case ProgressEvent _, SlaEvent _, AccountabilityEvent _ -> this;
        };
    }

    private Milestones after(ProspectingEvent event, Instant at) {
        return switch (event) {
            case LeadQualified _ -> new Milestones(found, at, agreed, closed, handed);
            case LeadReturned _ -> backTo(Stage.PROSPECTING);
            case LeadFound _, LeadDisqualified _, LeadRecycled _, NurtureDue _ -> this;
        };
    }

    private Milestones after(NegotiationEvent event, Instant at) {
        return switch (event) {
            case Negotiated _ -> new Milestones(found, qualified, at, closed, handed);
            case TermsReopened _ -> backTo(Stage.NEGOTIATING);
            case NegotiationOpened _ -> this;
        };
    }

    /// A client who cancels has lost the deal at that moment.
    private Milestones after(ClosingEvent event, Instant at) {
        return switch (event) {
            case Closed _ -> new Milestones(found, qualified, agreed, at, handed);
            case CloseReversed reversed ->
                switch (reversed.kind()) {
                    case BOOKED_IN_ERROR -> backTo(Stage.NEGOTIATING);
                    case CLIENT_CANCELLED -> new Milestones(found, qualified, agreed, at, handed);
                };
            case DealReopened reopened -> backTo(reopened.stage());
            case ReversalRequested _, DealMerged _ -> this;
        };
    }

    boolean arePastQualified() {
        return agreed != null || arePastAgreed();
    }

    boolean arePastAgreed() {
        return closed != null || handed != null;
    }

    private Milestones backTo(Stage stage) {
        return new Milestones(found, stage == Stage.PROSPECTING ? null : qualified, null, null, null);
    }
}
