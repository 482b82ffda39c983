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

/// A lead, held by a sales representative (or the steward), who finds out whether it is worth it.
public record Prospecting(Dossier dossier) implements DealState.Open {

    static Prospecting begin(LeadFound found, Instant at) {
        return new Prospecting(Dossier.begun(found, at));
    }

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case LeadQualified qualified -> Qualified.from(dossier, qualified, at);
            case LeadDisqualified _ -> new Disqualified(dossier);
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case Closed closed -> Closing.of(dossier, closed, at);
            case HolderRecognised recognised -> new Prospecting(dossier.heldBy(recognised));
            case LeadFound _, NegotiationOpened _, HandoverRequested _, HandedToSupport _ ->
                throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of("qualify-lead", "disqualify-lead", "close-deal");
    }
}
