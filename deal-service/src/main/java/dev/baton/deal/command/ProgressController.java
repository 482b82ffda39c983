package dev.baton.deal.command;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.deal.lifecycle.ProgressCommand.AdjustForecast;
import dev.baton.deal.lifecycle.ProgressCommand.CorrectDeal;
import dev.baton.deal.lifecycle.ProgressCommand.LogInteraction;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.ProgressCommand.ReviseForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SetNextStep;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import dev.baton.deal.lifecycle.Rule;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is noted about a deal without moving it.
@RestController
@RequestMapping("/v1/deals")
public final class ProgressController implements TakesCommands {
    private final Counter counter;

    public ProgressController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/set-next-step")
    public ResponseEntity<String> setNextStep(@PathVariable String deal, @RequestBody NextStepSet step, Asked asked) {
        return counter.carryOut(new SetNextStep(deal, step), asked, step);
    }

    @PostMapping("/{deal}/revise-forecast")
    public ResponseEntity<String> reviseForecast(
            @PathVariable String deal, @RequestBody ForecastRevised forecast, Asked asked) {
        return counter.carryOut(new ReviseForecast(deal, forecast), asked, forecast);
    }

    /// What is submitted is the forecast as it was revised last, at the deal's last known value.
    @PostMapping("/{deal}/submit-forecast")
    public ResponseEntity<String> submitForecast(@PathVariable String deal, Asked asked) {
        return counter.carryOut(new SubmitForecast(deal), asked, Map.of());
    }

    @PostMapping("/{deal}/adjust-forecast")
    public ResponseEntity<String> adjustForecast(
            @PathVariable String deal, @RequestBody Adjustment adjustment, Asked asked) {
        return counter.carryOut(adjustment.of(deal), asked, adjustment);
    }

    @PostMapping("/{deal}/log-interaction")
    public ResponseEntity<String> logInteraction(
            @PathVariable String deal, @RequestBody InteractionLogged interaction, Asked asked) {
        return counter.carryOut(new LogInteraction(deal, interaction), asked, interaction);
    }

    @PostMapping("/{deal}/correct-deal")
    public ResponseEntity<String> correctDeal(
            @PathVariable String deal, @RequestBody DealCorrected correction, Asked asked) {
        return counter.carryOut(new CorrectDeal(deal, correction), asked, correction);
    }

    @PostMapping("/{deal}/override-rule")
    public ResponseEntity<String> overrideRule(@PathVariable String deal, @RequestBody Override override, Asked asked) {
        return counter.carryOut(new OverrideRule(deal, override.named(), override.reason()), asked, override);
    }

    /// What is absent stays as it stands.
    public record Adjustment(
            String reason,
            @Nullable LocalDate expectedClose,
            @Nullable ForecastCategory category,
            @Nullable Money value) {
        AdjustForecast of(String deal) {
            return new AdjustForecast(deal, reason, expectedClose, category, value);
        }
    }

    /// @param rule the code of the refusal that is not to hold for this deal
    public record Override(String rule, String reason) {
        public Override {
            Require.text("rule", rule);
            Require.text("reason", reason);
        }

        Rule named() {
            return Rule.ofCode(rule);
        }
    }
}
