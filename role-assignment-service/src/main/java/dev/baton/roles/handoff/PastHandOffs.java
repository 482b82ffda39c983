package dev.baton.roles.handoff;

import org.jspecify.annotations.Nullable;

/// What a saga would remember that is there no more.
@FunctionalInterface
public interface PastHandOffs {
    /// @return nothing when the deal was never handed to anybody
    @Nullable
    HandOff of(String deal);
}
