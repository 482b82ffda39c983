package dev.baton.projections.handoff;

import java.time.Instant;

/// When a stage fact asked for the next holder, on both clocks.
public record Asked(Instant occurred, Instant recorded) {}
