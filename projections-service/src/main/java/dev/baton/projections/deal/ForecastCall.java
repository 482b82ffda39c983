package dev.baton.projections.deal;

import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What the department counts on: as the holder submitted it last, or as a manager adjusted that.
///
/// @param at when it was submitted, or adjusted (occurredAt)
/// @param adjustedBy the manager's member id; absent while it stands as submitted
public record ForecastCall(
        LocalDate close,
        ForecastCategory category,
        Money value,
        Instant at,
        @Nullable String adjustedBy) {

    static ForecastCall of(ForecastSubmitted told, Instant at) {
        return new ForecastCall(told.expectedClose(), told.category(), told.value(), at, null);
    }

    static ForecastCall of(ForecastAdjusted told, Instant at) {
        return new ForecastCall(told.expectedClose(), told.category(), told.value(), at, told.by());
    }
}
