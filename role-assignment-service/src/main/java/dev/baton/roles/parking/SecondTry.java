package dev.baton.roles.parking;

import dev.baton.roles.parking.KeptEvents.Leaving;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Goes through what was kept for a parked deal, in order and as far as it goes: each event in a
/// commit of its own, which takes it from those that are kept. The deal stays parked until nothing
/// is kept, so that nothing is heard out of turn; killed between two events, whoever comes next
/// goes on.
@Component
class SecondTry {
    private static final Logger LOG = LoggerFactory.getLogger(SecondTry.class);

    /// What its moment is to blame for may go through at once, as when somebody was faster.
    private static final int ATTEMPTS = 3;

    private final KeptEvents kept;
    private final Hearing hearing;
    private final ApplicationEventPublisher news;

    SecondTry(KeptEvents kept, Hearing hearing, ApplicationEventPublisher news) {
        this.kept = kept;
        this.hearing = hearing;
        this.news = news;
    }

    enum Ending {
        /// The deal has left the parking place.
        GOES_ON,

        /// It is parked at the event that fails.
        FAILS,

        /// The event at which it is parked is not kept yet: it is tried by itself as soon as it is.
        COMES
    }

    /// @param handled how many events had their effect by it, and not by somebody else who was at it
    ///     as well
    record Tried(Ending ending, int handled) {}

    Tried of(String deal) {
        kept.begin(deal);
        int handled = 0;
        Leaving leaving;
        do {
            for (OptionalLong next = kept.first(deal); next.isPresent(); next = kept.first(deal)) {
                Step step = step(deal, next.getAsLong());
                if (step == Step.FAILS) {
                    return new Tried(Ending.FAILS, handled);
                }
                handled += step == Step.HEARD ? 1 : 0;
            }
            leaving = kept.leave(deal);
        } while (leaving == Leaving.MORE_IS_KEPT);
        return new Tried(leaving == Leaving.LEFT ? told(deal) : Ending.COMES, handled);
    }

    private enum Step {
        HEARD,

        /// Somebody else has got it through.
        GONE,

        FAILS
    }

    private Step step(String deal, long position) {
        try {
            return attempt(deal, position, ATTEMPTS) ? Step.HEARD : Step.GONE;
        } catch (Exception failure) {
            requireTime(failure);
            return kept.failsAt(deal, position, failure) ? Step.FAILS : Step.GONE;
        }
    }

    /// Whoever is told to stop has nobody to blame; what is left is gone on with elsewhere.
    private static void requireTime(Exception failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped meanwhile", failure);
        }
    }

    private boolean attempt(String deal, long position, int left) throws Exception {
        try {
            return hearing.hear(deal, position);
        } catch (Exception failure) {
            if (left == 1 || !Momentary.is(failure)) {
                throw failure;
            }
            return attempt(deal, position, left - 1);
        }
    }

    /// Should it get lost, whoever waits is woken by what happens next.
    private Ending told(String deal) {
        try {
            news.publishEvent(new HandOffGoesOn(deal));
        } catch (RuntimeException failure) {
            LOG.warn("nobody was told that {} goes on", deal, failure);
        }
        return Ending.GOES_ON;
    }
}
