package dev.baton.deal.aggregate;

/// What a command has brought about.
///
/// @param version the deal's last sequence afterwards; it is the sequence of the command's last event, if it had one
public record Receipt(String deal, String state, long version) {}
