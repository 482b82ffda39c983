package dev.baton.projections.handoff;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.projections.answer.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the baton changes hands: how often, how it is accepted, how long it takes, and who is waited for.
///
/// A wait is the time from storing the stage fact that asked for the hand-off to storing the transfer.
public record Handoffs(Totals totals, List<Row> rows, List<Requested> requested, List<Waiting> waiting)
        implements Report<Handoffs.Row> {
    public Handoffs {
        rows = List.copyOf(rows);
        requested = List.copyOf(requested);
        waiting = List.copyOf(waiting);
    }

    /// @param byAcceptance all three, counted apart
    public record Totals(long transfers, Map<Acceptance, Long> byAcceptance, Wishes requested, long waitingNow) {}

    /// @param waitP50Seconds the median by nearest rank; absent when no stage asked for the hand-off
    public record Row(
            Role role,
            Acceptance acceptance,
            long transfers,
            @Nullable BigDecimal waitP50Seconds,
            @Nullable BigDecimal waitP90Seconds) {}

    /// Per deal and role, by the last decision that knew of a wish.
    public record Wishes(long asked, long granted, long notGranted) {}

    public record Requested(Role role, long asked, long granted, long notGranted) {}

    public record Waiting(Role role, @Nullable String territory, long deals, Instant oldestQueuedAt) {}
}
