package dev.baton.deal.pipeline;

import java.time.Instant;

/// A version of a pipeline as it is kept and shown.
public record PipelineVersion(String name, int version, PipelineDefinition definition, Instant createdAt) {}
