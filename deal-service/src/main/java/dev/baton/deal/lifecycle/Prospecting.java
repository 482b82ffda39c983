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

/// A lead, held by a sales representative (or the steward), who finds out whether it is worth it.
public record Prospecting(Dossier dossier) implements DealState.Open {

    static Prospecting begin(LeadFound found, Instant at) {
        return new Prospecting(Dossier.begun(found, at));
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return switch (event) {
            case LeadQualified qualified -> Qualified.from(dossier, qualified, at);
            case LeadDisqualified _ -> new Disqualified(dossier);
            case LeadRecycled recycled -> new Nurturing(dossier, recycled.returnDate());
            case LeadFound _, LeadReturned _, NurtureDue _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return switch (event) {
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case NegotiationOpened _, TermsReopened _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public Stage stage() {
        return Stage.PROSPECTING;
    }

    @Override
    public Prospecting with(Dossier now) {
        return new Prospecting(now);
    }
}
