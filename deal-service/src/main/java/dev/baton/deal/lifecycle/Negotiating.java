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

/// Terms are being talked about.
public record Negotiating(Dossier dossier) implements DealState.Open {

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case Closed closed -> Closing.of(dossier, closed, at);
            case HolderRecognised recognised -> new Negotiating(dossier.heldBy(recognised));
            case LeadFound _,
                    LeadQualified _,
                    LeadDisqualified _,
                    NegotiationOpened _,
                    HandoverRequested _,
                    HandedToSupport _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of("agree-terms", "close-deal");
    }
}
