package dev.baton.deal.parked;

import dev.baton.deal.claim.WaitedEvent;
import dev.baton.deal.claim.WaitedEvents;
import dev.baton.deal.event.EventDigest;
import dev.baton.deal.event.EventReading;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;

/// Tries an event at once that came too early, whether it still waits or was given up.
public final class SecondChance {
    private final WaitedEvents events;
    private final ParkedDeals deals;
    private final EventReading reading;
    private final Clock clock;

    public SecondChance(WaitedEvents events, ParkedDeals deals, EventReading reading, Clock clock) {
        this.events = events;
        this.deals = deals;
        this.reading = reading;
        this.clock = clock;
    }

    /// One that was given up waits again first: should this process end right here, the next start looks at it.
    Retried retry(WaitedEvent event) {
        if (!event.waits()) {
            events.text(event.number()).ifPresent(text -> readmit(event.number(), text));
        }
        deals.drain(event.dealId());
        return events.find(event.number())
                .map(left -> new Retried(left.number(), left.state().name(), left.problem()))
                .orElseGet(() -> new Retried(event.number(), Retried.APPLIED, null));
    }

    private void readmit(long number, String text) {
        try {
            events.readmit(
                    number,
                    EventDigest.of(reading.structured(text)),
                    clock.instant().plus(Pipeline.USUAL_TIME_TO_LIVE));
        } catch (DuplicateKeyException sentAgain) {
            throw new ProblemException(Problem.of(
                            HttpStatus.CONFLICT,
                            "sent-again",
                            "Its sender was faster",
                            "Event " + number + " has been sent again since it was given up, and was taken.")
                    .with("allowed", "discard"));
        }
    }

    /// @param state `APPLIED`, or how it is parked still
    /// @param problem why it was given up again
    record Retried(long number, String state, @Nullable String problem) {
        static final String APPLIED = "APPLIED";
    }
}
