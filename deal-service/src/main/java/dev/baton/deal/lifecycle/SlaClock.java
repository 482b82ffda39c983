package dev.baton.deal.lifecycle;

import dev.baton.businesstime.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A clock that runs for whoever holds a deal; it stands still while the deal is on hold.
///
/// @param since when Baton knew of what it began with
/// @param stood when it stood still before, in order
/// @param stopped since when it stands still now; absent while it runs
/// @param breached whether its time ran out, which is said once
public record SlaClock(
        Instant since, List<Pause> stood, @Nullable Instant stopped, boolean breached) {

    public SlaClock {
        stood = List.copyOf(stood);
    }

    static SlaClock from(Instant now, boolean onHold) {
        return new SlaClock(now, List.of(), onHold ? now : null, false);
    }

    boolean runs() {
        return stopped == null && !breached;
    }

    /// When so much working time has passed on it.
    Instant due(Duration working, BusinessCalendar calendar) {
        Instant due = calendar.after(since, working);
        for (Pause pause : stood) {
            due = calendar.postponed(due, pause.from(), pause.to());
        }
        return due;
    }

    SlaClock stoppedAt(Instant now) {
        return stopped == null ? new SlaClock(since, stood, now, breached) : this;
    }

    SlaClock resumedAt(Instant now) {
        if (stopped == null) {
            return this;
        }
        List<Pause> pauses = stopped.isBefore(now)
                ? Stream.concat(stood.stream(), Stream.of(new Pause(stopped, now)))
                        .toList()
                : stood;
        return new SlaClock(since, pauses, null, breached);
    }

    SlaClock ranOut() {
        return new SlaClock(since, stood, stopped, true);
    }

    /// @param to later than `from`
    public record Pause(Instant from, Instant to) {}
}
