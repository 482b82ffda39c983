package dev.baton.deal.command;

/// A command that needs nothing but its reason.
public record Because(String reason) {}
