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

/// Closed without a sale; it counts at its last value.
public record Lost(Dossier dossier) implements DealState.Ended {

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case LeadQualified late
            when !dossier.has(Milestone.LEAD_QUALIFIED) ->
                new Lost(dossier.reached(Milestone.LEAD_QUALIFIED, at, late.value()));
            case Negotiated late
            when !dossier.has(Milestone.NEGOTIATED) ->
                new Lost(dossier.reached(Milestone.NEGOTIATED, at, late.value()));
            case HolderRecognised recognised -> new Lost(dossier.heldBy(recognised));
            case LeadFound _,
                    LeadQualified _,
                    LeadDisqualified _,
                    NegotiationOpened _,
                    Negotiated _,
                    Closed _,
                    HandoverRequested _,
                    HandedToSupport _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of();
    }
}
