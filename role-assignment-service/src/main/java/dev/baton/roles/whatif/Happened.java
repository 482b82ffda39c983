package dev.baton.roles.whatif;

import dev.baton.contract.StreamId;
import java.time.Instant;

/// A fact of one of the two worlds, compared with the other's by what it says and about whom.
///
/// @param at when it took effect
/// @param recorded when Baton stored it, or would have
record Happened(StreamId stream, Object event, Instant at, Instant recorded) {}
