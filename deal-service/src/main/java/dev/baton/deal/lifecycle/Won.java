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

/// Signed; the account executive holds it until support accepts.
public record Won(Dossier dossier) implements DealState.Ended {

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case LeadQualified late
            when !dossier.has(Milestone.LEAD_QUALIFIED) ->
                new Won(dossier.reached(Milestone.LEAD_QUALIFIED, at, late.value()));
            case Negotiated late
            when !dossier.has(Milestone.NEGOTIATED) -> new Won(dossier.reached(Milestone.NEGOTIATED, at, late.value()));
            case HandoverRequested request
            when !dossier.has(Milestone.HANDED_TO_SUPPORT) -> new Won(dossier.requested(request, at));
            case HandedToSupport handed -> new InSupport(dossier.packedWith(handed.handoverPackage()));
            case HolderRecognised recognised -> new Won(dossier.heldBy(recognised));
            case LeadFound _,
                    LeadQualified _,
                    LeadDisqualified _,
                    NegotiationOpened _,
                    Negotiated _,
                    Closed _,
                    HandoverRequested _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of();
    }
}
