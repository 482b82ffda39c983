package dev.baton.axon.postgres.conformance;

/// A fact at its place in the log.
public record Placed(long position, Fact fact) {}
