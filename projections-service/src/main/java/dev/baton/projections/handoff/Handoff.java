package dev.baton.projections.handoff;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One transfer of the baton.
///
/// @param at its effective time (occurredAt)
/// @param waitSeconds since Baton stored the stage fact that asked for it
public record Handoff(
        String deal,
        String title,
        int epoch,
        Role fromRole,
        String fromMember,
        Role toRole,
        String toMember,
        TransferCause cause,
        Acceptance acceptance,
        @Nullable String forcedBy,
        Instant at,
        Instant recordedAt,
        @Nullable BigDecimal waitSeconds) {}
