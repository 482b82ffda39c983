package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.ProspectingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// An open deal that rests: its clocks stop, its holder stays.
///
/// @param held what it is when it goes on
/// @param reviewDate the day on which it goes on by itself
/// @param since when its clocks stopped
public record OnHold(Open held, LocalDate reviewDate, Instant since) implements DealState.Resting {

    static DealState begin(Open held, HoldEvent event, Instant at) {
        return switch (event) {
            case DealPutOnHold hold -> new OnHold(held, hold.reviewDate(), at);
            case DealResumed _ -> throw new ImpossibleTransition(held, event);
        };
    }

    @Override
    public DealState evolve(HoldEvent event, Instant at) {
        return switch (event) {
            case DealResumed _ -> held.with(held.dossier().postponed(Duration.between(since, at)));
            case DealPutOnHold _ -> throw new ImpossibleTransition(this, event);
        };
    }

    /// What ends the deal ends the hold with it.
    @Override
    public DealState evolve(ClosingEvent event, Instant at) {
        return held.evolve(event, at);
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public Dossier dossier() {
        return held.dossier();
    }

    @Override
    public OnHold with(Dossier now) {
        return new OnHold(held.with(now), reviewDate, since);
    }

    @Override
    public LocalDate until() {
        return reviewDate;
    }
}
