package dev.baton.projections.deal;

import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What comes next for the deal, as far as it was told.
///
/// @param restsUntil the day on which a deal on hold, or a recycled lead, goes on by itself
/// @param lastInteraction when somebody last spoke with the customer (occurredAt)
/// @param mergedInto the deal as part of which this one goes on
/// @param call the forecast that was submitted; absent before the first one
public record Outlook(
        @Nullable String nextStep,
        @Nullable LocalDate nextStepDue,
        @Nullable LocalDate expectedClose,
        @Nullable ForecastCategory category,
        @Nullable LocalDate restsUntil,
        @Nullable Instant lastInteraction,
        @Nullable String mergedInto,
        @Nullable ForecastCall call) {
    static final Outlook NOTHING_TOLD = new Outlook(null, null, null, null, null, null, null, null);

    Outlook next(NextStepSet step) {
        return new Outlook(
                step.what(), step.due(), expectedClose, category, restsUntil, lastInteraction, mergedInto, call);
    }

    /// What is absent stays as it was.
    Outlook expecting(ForecastRevised revised) {
        ForecastCategory sure = revised.category() == null ? category : revised.category();
        return new Outlook(nextStep, nextStepDue, expectedClose, sure, restsUntil, lastInteraction, mergedInto, call)
                .closing(revised.expectedClose());
    }

    Outlook closing(@Nullable LocalDate expected) {
        LocalDate day = expected == null ? expectedClose : expected;
        return new Outlook(nextStep, nextStepDue, day, category, restsUntil, lastInteraction, mergedInto, call);
    }

    Outlook resting(@Nullable LocalDate until) {
        return new Outlook(nextStep, nextStepDue, expectedClose, category, until, lastInteraction, mergedInto, call);
    }

    Outlook spoken(Instant at) {
        Instant last = lastInteraction == null || at.isAfter(lastInteraction) ? at : lastInteraction;
        return new Outlook(nextStep, nextStepDue, expectedClose, category, restsUntil, last, mergedInto, call);
    }

    Outlook merged(String survivor) {
        return new Outlook(nextStep, nextStepDue, expectedClose, category, restsUntil, lastInteraction, survivor, call);
    }

    Outlook called(ForecastCall told) {
        return new Outlook(
                nextStep, nextStepDue, expectedClose, category, restsUntil, lastInteraction, mergedInto, told);
    }
}
