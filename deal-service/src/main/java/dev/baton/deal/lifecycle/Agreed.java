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

/// The terms are agreed, the signature is not there yet.
public record Agreed(Dossier dossier) implements DealState.Open {

    static Agreed from(Dossier before, Negotiated negotiated, Instant at) {
        return new Agreed(before.reached(Milestone.NEGOTIATED, at, negotiated.value()));
    }

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case LeadQualified late
            when !dossier.has(Milestone.LEAD_QUALIFIED) ->
                new Agreed(dossier.reached(Milestone.LEAD_QUALIFIED, at, late.value()));
            case Closed closed -> Closing.of(dossier, closed, at);
            case HolderRecognised recognised -> new Agreed(dossier.heldBy(recognised));
            case LeadFound _,
                    LeadQualified _,
                    LeadDisqualified _,
                    NegotiationOpened _,
                    Negotiated _,
                    HandoverRequested _,
                    HandedToSupport _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of("close-deal");
    }
}
