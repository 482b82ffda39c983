package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What the department counts on: the forecast that the holder submitted last, and the manager's word on it. An
/// adjustment is of its submission alone: the next one stands as the holder says until it is adjusted in turn.
public record ForecastCall(
        ForecastSubmitted submitted, @Nullable ForecastAdjusted adjusted) {

    ForecastCall adjustedTo(ForecastAdjusted now) {
        return new ForecastCall(submitted, now);
    }

    /// The manager's where there is one.
    Figures figures() {
        return adjusted == null
                ? new Figures(submitted.expectedClose(), submitted.category(), submitted.value())
                : new Figures(adjusted.expectedClose(), adjusted.category(), adjusted.value());
    }

    record Figures(LocalDate expectedClose, ForecastCategory category, Money value) {}
}
