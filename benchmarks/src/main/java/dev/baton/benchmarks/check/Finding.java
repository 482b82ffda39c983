package dev.baton.benchmarks.check;

/// Something that must not be so.
public record Finding(String what) {}
