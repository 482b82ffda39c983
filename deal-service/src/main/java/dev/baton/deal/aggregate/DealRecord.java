package dev.baton.deal.aggregate;

import dev.baton.deal.lifecycle.DealState;

/// A known deal as its stream says.
///
/// @param version the sequence of its last event
public record DealRecord(DealState.Known state, long version) {}
