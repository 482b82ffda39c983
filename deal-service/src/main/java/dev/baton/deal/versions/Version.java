package dev.baton.deal.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version as it is kept and shown.
///
/// @param createdBy the member or client who published it; absent for what came with the service
public record Version<D>(
        String name,
        int version,
        D definition,
        Instant createdAt,
        @Nullable String createdBy) {}
