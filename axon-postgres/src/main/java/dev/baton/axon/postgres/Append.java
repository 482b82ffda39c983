package dev.baton.axon.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What belongs into one commit: the events of a command, or of whatever acts as one, and the rows
/// beside them.
record Append(List<NewEvent> events, List<Beside> beside) {
    Append {
        events = List.copyOf(events);
        beside = List.copyOf(beside);
    }

    static Append of(List<NewEvent> events) {
        return new Append(events, List.of());
    }

    /// A companion and what its command answered.
    record Beside(CommitCompanion companion, @Nullable Object result) {}
}
