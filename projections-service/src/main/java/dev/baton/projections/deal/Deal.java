package dev.baton.projections.deal;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deal as it is answered.
///
/// @param holderMember absent once the carried deal has ended
/// @param restsUntil the day on which a deal on hold, or a recycled lead, goes on by itself
/// @param mergedInto the deal as part of which this one goes on
/// @param callCategory of the forecast that was submitted last, as a manager adjusted it
/// @param callAdjustedBy absent while it stands as submitted
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
        @Nullable String nextStep,
        @Nullable LocalDate nextStepDue,
        @Nullable LocalDate expectedClose,
        @Nullable ForecastCategory forecastCategory,
        @Nullable LocalDate restsUntil,
        @Nullable Instant lastInteractionAt,
        @Nullable String mergedInto,
        @Nullable LocalDate callClose,
        @Nullable ForecastCategory callCategory,
        @Nullable String callValue,
        @Nullable String callCurrency,
        @Nullable Instant callAt,
        @Nullable String callAdjustedBy,
        int attempt,
        long version,
        int events) {}
