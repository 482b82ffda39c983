package dev.baton.cli.proof;

/// One fault, where it is and what was seen.
///
/// @param subject the deal, or the person in a role
/// @param position in the log of role-assignment-service, or of deal-service for what only that one tells
public record Finding(Fault fault, String subject, long position, String detail) {}
