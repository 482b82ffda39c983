package dev.baton.axon.kafka.verify;

/// How many there are of a kind, of which [VerificationReport#findings] shows the first.
public record FindingCount(Where where, Fault fault, long count) {}
