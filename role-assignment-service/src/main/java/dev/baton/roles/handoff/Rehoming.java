package dev.baton.roles.handoff;

import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;

/// Why a leg that was walked is walked once more.
///
/// @param epoch the holding that has to end; who is given the deal again later is no reason to take it away
/// @param leg that is walked once more
public record Rehoming(int epoch, Leg leg, TransferCause cause) {}
