package dev.baton.projections.workload;

import dev.baton.contract.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person carries now in a role, against what they can.
///
/// @param territories where they work; empty means everywhere
/// @param availability `AVAILABLE`, `ABSENT` or `DEPARTED`
/// @param departedAt when they left; absent while they are there
/// @param used the weight of the deals that have arrived
/// @param reserved the weight of the deals that are on their way
/// @param utilisation used ÷ capacity; absent without capacity
public record Workload(
        Role role,
        String member,
        String name,
        List<String> territories,
        String availability,
        @Nullable Instant departedAt,
        int capacity,
        long used,
        long reserved,
        long deals,
        long overrides,
        @Nullable BigDecimal utilisation) {

    /// Whoever has left and has nothing any more is no longer of the team.
    public boolean ofTheTeam() {
        return departedAt == null || deals > 0;
    }
}
