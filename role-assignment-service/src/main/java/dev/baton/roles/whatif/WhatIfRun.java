package dev.baton.roles.whatif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as it is shown.
///
/// @param done of `total` facts of the log, which is read twice
/// @param askers how often it was asked for: it is the same run for all of them, and cancelled
///     for all of them
/// @param error why it failed
/// @param result what came of it, once it is done
record WhatIfRun(
        String id,
        State state,
        String step,
        long done,
        long total,
        Instant startedAt,
        int askers,
        @Nullable Instant endedAt,
        @Nullable String error,
        @Nullable WhatIfReport result) {

    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
