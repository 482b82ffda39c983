package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import org.jspecify.annotations.Nullable;

/// Why a leg that was walked is walked once more.
///
/// @param epoch the holding that has to end; who is given the deal again later is no reason to take it away
/// @param leg that is walked once more
/// @param credit who keeps the credit, whoever takes the deal over; absent when it goes with the deal
public record Rehoming(
        int epoch, Leg leg, TransferCause cause, @Nullable Holder credit) {}
