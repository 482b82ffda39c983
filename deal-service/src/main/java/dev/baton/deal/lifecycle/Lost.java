package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// Closed without a sale; it counts at its last value.
///
/// @param from the last open stage
public record Lost(Dossier dossier, Stage from) implements DealState.Past, DealState.Reopenable {

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(ClosingEvent event, Instant at) {
        return Closing.of(this, event, at);
    }

    @Override
    public DealState evolve(ServiceEvent event, Instant at) {
        if (event instanceof ReturnBusinessRaised raised) {
            return with(dossier.raising(raised));
        }
        throw new ImpossibleTransition(this, event);
    }

    /// Never beyond NEGOTIATING: terms of another day are talked about again.
    @Override
    public Stage reopensAt() {
        return from.compareTo(Stage.NEGOTIATING) > 0 ? Stage.NEGOTIATING : from;
    }

    @Override
    public Lost with(Dossier now) {
        return new Lost(now, from);
    }
}
