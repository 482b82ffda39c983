package dev.baton.roles.incentive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Up to when facts count, on either clock.
///
/// @param asOf only what had happened by then; whatever has happened when absent
/// @param knownAt only what Baton had stored by then, quotas too; whatever it knows when absent
record PointInTime(@Nullable Instant asOf, @Nullable Instant knownAt) {
    static final PointInTime NOW = new PointInTime(null, null);

    /// For statements that leave out what is later; `infinity` leaves out nothing.
    Object lastHappened() {
        return moment(asOf);
    }

    Object lastStored() {
        return moment(knownAt);
    }

    private static OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }
}
