package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;
import java.util.List;

/// The lead meets its exit criteria; an account executive takes it on.
public record Qualified(Dossier dossier) implements DealState.Open {

    static Qualified from(Dossier before, LeadQualified qualified, Instant at) {
        return new Qualified(before.reached(Milestone.LEAD_QUALIFIED, at, qualified.value()));
    }

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case NegotiationOpened _ -> new Negotiating(dossier);
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case Closed closed -> Closing.of(dossier, closed, at);
            case HolderRecognised recognised -> new Qualified(dossier.heldBy(recognised));
            case LeadFound _, LeadQualified _, LeadDisqualified _, HandoverRequested _, HandedToSupport _ ->
                throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of("open-negotiation", "close-deal");
    }
}
