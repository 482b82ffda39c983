package dev.baton.projections.deal;

import dev.baton.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deal as it is answered.
///
/// @param holderMember absent once the carried deal has ended
/// @param ageDays calendar days (UTC) from the lead to the close, or to now
public record Deal(
        String dealId,
        String title,
        DealState state,
        boolean open,
        Instant stateSince,
        @Nullable String value,
        @Nullable String currency,
        @Nullable Role holderRole,
        @Nullable String holderMember,
        @Nullable String holderName,
        int epoch,
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String channel,
        String pipeline,
        Instant foundAt,
        boolean foundEstimated,
        @Nullable Instant qualifiedAt,
        @Nullable Instant agreedAt,
        @Nullable Instant closedAt,
        @Nullable Instant handedAt,
        int ageDays,
        @Nullable String reason,
        @Nullable String competitor,
        int attempt,
        long version,
        int events) {}
