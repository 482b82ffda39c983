package dev.baton.axon.postgres;

/// The payload of an event whose type this service does not know: it passes by, since no handler
/// asks for it, and the tail goes on. An aggregate's own stream is stricter: there it is an error.
public record UnknownEvent(String type, String data) {}
