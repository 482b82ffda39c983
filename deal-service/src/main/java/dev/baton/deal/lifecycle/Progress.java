package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be done next, what is expected, and when somebody last spoke with the customer.
public record Progress(
        @Nullable NextStepSet nextStep,
        @Nullable ForecastRevised forecast,
        @Nullable Instant lastInteraction) {
    static final Progress NONE_YET = new Progress(null, null, null);

    Progress next(NextStepSet step) {
        return new Progress(step, forecast, lastInteraction);
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
        return new Progress(nextStep, after, lastInteraction);
    }

    Progress spoken(Instant at) {
        return new Progress(
                nextStep, forecast, lastInteraction == null || at.isAfter(lastInteraction) ? at : lastInteraction);
    }
}
