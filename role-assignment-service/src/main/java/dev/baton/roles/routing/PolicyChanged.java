package dev.baton.roles.routing;

/// A policy has a new version: who waits may find somebody now. Told within the process only.
public record PolicyChanged(String name) {}
