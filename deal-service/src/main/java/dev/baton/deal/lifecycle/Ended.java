package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.deal.service.Service;
import java.time.Instant;

/// The service is over; nobody carries the deal any more.
///
/// @param service as it was at the end
public record Ended(Dossier dossier, Service service, ServiceEnded end) implements DealState.Past {

    public ServiceOutcome outcome() {
        return end.outcome();
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(ServiceEvent event, Instant at) {
        if (event instanceof ReturnBusinessRaised raised) {
            return with(dossier.raising(raised));
        }
        throw new ImpossibleTransition(this, event);
    }

    @Override
    public Ended with(Dossier now) {
        return new Ended(now, service, end);
    }
}
