package dev.baton.projections.assignment;

import dev.baton.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A leg for which nobody could be found: in the queue from the first fact that said so until somebody was chosen,
/// the leg was passed over, or the deal ended.
///
/// @param woken how often it has been decided again in vain or in the end
/// @param left absent while it waits
public record Waiting(
        String deal,
        Role role,
        @Nullable String territory,
        String reason,
        Instant since,
        Instant sinceRecorded,
        int woken,
        @Nullable Left left) {

    public record Left(How how, Instant at, Instant recorded) {}

    public enum How {
        CHOSEN,
        PASSED_OVER,
        ENDED
    }

    boolean waits() {
        return left == null;
    }

    /// Queued again in vain keeps its place and tells the newest reason.
    Waiting because(@Nullable String where, String why) {
        return new Waiting(deal, role, where, why, since, sinceRecorded, woken, left);
    }

    Waiting again() {
        return new Waiting(deal, role, territory, reason, since, sinceRecorded, woken + 1, left);
    }

    Waiting leave(Left by) {
        return new Waiting(deal, role, territory, reason, since, sinceRecorded, woken, by);
    }
}
