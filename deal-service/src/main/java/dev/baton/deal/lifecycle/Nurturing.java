package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.Closed;
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
import java.time.LocalDate;

/// Not now: the representative keeps the lead until it is taken up again. What another system reports meanwhile has
/// happened all the same.
///
/// @param returnDate the day on which that happens by itself
public record Nurturing(Dossier dossier, LocalDate returnDate) implements DealState.Resting, DealState.Reopenable {

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return switch (event) {
            case NurtureDue _ -> new Prospecting(dossier);
            case LeadQualified qualified -> Qualified.from(dossier, qualified, at);
            case LeadFound _, LeadDisqualified _, LeadReturned _, LeadRecycled _ ->
                throw new ImpossibleTransition(this, event);
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
    public DealState evolve(ClosingEvent event, Instant at) {
        return event instanceof Closed closed
                ? Closing.closed(dossier, Stage.PROSPECTING, closed, at)
                : Closing.of(this, event, at);
    }

    @Override
    public Stage reopensAt() {
        return Stage.PROSPECTING;
    }

    @Override
    public Nurturing with(Dossier now) {
        return new Nurturing(now, returnDate);
    }

    @Override
    public LocalDate until() {
        return returnDate;
    }
}
