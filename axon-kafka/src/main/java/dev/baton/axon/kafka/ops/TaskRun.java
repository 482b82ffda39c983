package dev.baton.axon.kafka.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A task as it is shown.
///
/// @param step what it is doing; `done` of `total` tells how far that step is
/// @param error why it was refused or failed
/// @param result what came of it, once it is done
public record TaskRun(
        String id,
        String task,
        TaskState state,
        String step,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error,
        @Nullable Object result) {}
