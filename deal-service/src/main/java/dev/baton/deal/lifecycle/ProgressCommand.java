package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What is noted about a deal without moving it.
public sealed interface ProgressCommand extends PersonsCommand {

    @PossibleIn({DealState.Open.class, DealState.Resting.class})
    record SetNextStep(String deal, NextStepSet step) implements ProgressCommand {}

    @PossibleIn({DealState.Open.class, OnHold.class})
    record ReviseForecast(String deal, ForecastRevised forecast) implements ProgressCommand {}

    /// The holder answers for what the deal's forecast says now.
    @PossibleIn({DealState.Open.class, OnHold.class})
    record SubmitForecast(String deal) implements ProgressCommand {}

    /// What is absent stays as it stands.
    @PossibleIn({DealState.Open.class, OnHold.class})
    record AdjustForecast(
            String deal,
            String reason,
            @Nullable LocalDate expectedClose,
            @Nullable ForecastCategory category,
            @Nullable Money value)
            implements ProgressCommand {
        public AdjustForecast {
            Require.text("reason", reason);
        }
    }

    @PossibleIn(DealState.Known.class)
    record LogInteraction(String deal, InteractionLogged interaction) implements ProgressCommand {}

    @PossibleIn(DealState.Known.class)
    record CorrectDeal(String deal, DealCorrected correction) implements ProgressCommand {
        public CorrectDeal {
            if (correction.customer() != null) {
                Require.id("customer.id", correction.customer().id());
            }
        }
    }

    /// A manager lets the deal pass a rule of its pipeline.
    @PossibleIn({DealState.Open.class, DealState.Resting.class, Won.class})
    record OverrideRule(String deal, Rule rule, String reason) implements ProgressCommand {
        public OverrideRule {
            Require.present("rule", rule);
            Require.text("reason", reason);
        }
    }
}
