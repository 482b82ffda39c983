package dev.baton.projections.workload;

import dev.baton.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The place that a deal takes, or took, of a person's capacity.
///
/// @param id the person's stream and the deal: places of one deal with two people have nothing in common
/// @param override taken above capacity, because a steward or a manager said so
public record Slot(
        String id,
        String stream,
        Role role,
        String member,
        String deal,
        int weight,
        boolean override,
        Instant reserved,
        @Nullable Instant confirmed,
        @Nullable Instant released,
        @Nullable String releasedFor) {

    Slot confirmed(Instant at) {
        return new Slot(id, stream, role, member, deal, weight, override, reserved, at, released, releasedFor);
    }

    Slot weighing(int now) {
        return new Slot(id, stream, role, member, deal, now, override, reserved, confirmed, released, releasedFor);
    }

    Slot released(Instant at, String reason) {
        return new Slot(id, stream, role, member, deal, weight, override, reserved, confirmed, at, reason);
    }
}
