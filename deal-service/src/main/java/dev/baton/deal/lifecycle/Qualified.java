package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// The lead meets its exit criteria; an account executive takes it on.
public record Qualified(Dossier dossier) implements DealState.Open {

    static Qualified from(Dossier before, LeadQualified qualified, Instant at) {
        return new Qualified(before.reached(Milestone.LEAD_QUALIFIED, at, qualified.value()));
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return switch (event) {
            case LeadReturned returned -> new Prospecting(dossier.returned(returned, at));
            case LeadFound _, LeadQualified _, LeadDisqualified _, LeadRecycled _, NurtureDue _ ->
                throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return switch (event) {
            case NegotiationOpened _ -> new Negotiating(dossier);
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case TermsReopened _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public Stage stage() {
        return Stage.QUALIFIED;
    }

    @Override
    public Qualified with(Dossier now) {
        return new Qualified(now);
    }
}
