package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be done next, what is expected, and when somebody last spoke with the customer.
///
/// @param forecast what the holder expects, as revised so far
/// @param call what was submitted of it, and what the manager says to that
public record Progress(
        @Nullable NextStepSet nextStep,
        @Nullable ForecastRevised forecast,
        @Nullable ForecastCall call,
        @Nullable Instant lastInteraction) {
    static final Progress NONE_YET = new Progress(null, null, null, null);

    Progress next(NextStepSet step) {
        return new Progress(step, forecast, call, lastInteraction);
    }

    /// What is absent stays as it was.
    Progress expecting(ForecastRevised revised) {
        ForecastRevised before = forecast;
        ForecastRevised after = before == null
                ? revised
                : new ForecastRevised(
                        revised.expectedClose() == null ? before.expectedClose() : revised.expectedClose(),
                        revised.category() == null ? before.category() : revised.category(),
                        revised.value() == null ? before.value() : revised.value());
        return new Progress(nextStep, after, call, lastInteraction);
    }

    Progress submitting(ForecastSubmitted submitted) {
        return new Progress(nextStep, forecast, new ForecastCall(submitted, null), lastInteraction);
    }

    /// @throws NullPointerException when nothing was submitted
    Progress adjusting(ForecastAdjusted adjusted) {
        ForecastCall submitted = Objects.requireNonNull(call, "an adjustment is of a submission");
        return new Progress(nextStep, forecast, submitted.adjustedTo(adjusted), lastInteraction);
    }

    Progress spoken(Instant at) {
        Instant last = lastInteraction == null || at.isAfter(lastInteraction) ? at : lastInteraction;
        return new Progress(nextStep, forecast, call, last);
    }
}
