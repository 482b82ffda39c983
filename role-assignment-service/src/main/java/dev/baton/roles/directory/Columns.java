package dev.baton.roles.directory;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What a fact of a responsibility says, as columns take it.
final class Columns {
    private Columns() {}

    static String deal(String stream) {
        return StreamId.parse(stream).id();
    }

    static @Nullable OffsetDateTime due(@Nullable Instant due) {
        return due == null ? null : due.atOffset(ZoneOffset.UTC);
    }

    /// @param happened when it did, or takes effect; absent when it is as of when it was stored
    static OffsetDateTime moment(@Nullable String happened, Instant stored) {
        return (happened == null ? stored : Instant.parse(happened)).atOffset(ZoneOffset.UTC);
    }
}
