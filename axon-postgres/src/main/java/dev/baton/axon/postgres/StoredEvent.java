package dev.baton.axon.postgres;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;

/// An event at its place in this service's log.
///
/// @param position dense, from 1, in commit order
/// @param envelope the event as it travels; an event that was taken in keeps its own source and
///     recorded time
public record StoredEvent(long position, StreamId stream, EventEnvelope envelope) {}
