package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.SALES_MANAGER;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.deal.lifecycle.ForecastCall.Figures;
import dev.baton.deal.lifecycle.ProgressCommand.AdjustForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The holder answers for a forecast, and a manager calls it as they see it.
final class ForecastDecisions {
    private ForecastDecisions() {}

    /// The same again is no second submission, unless a manager has said otherwise in between.
    static List<DealEvent> submit(Dossier deal, SubmitForecast command, DealContext context) {
        Guards.heldBy(deal, command, context);
        Figures told = complete(deal, context);
        ForecastCall before = deal.progress().call();
        String holder = deal.holder().member();
        if (before != null
                && before.adjusted() == null
                && before.submitted().by().equals(holder)
                && before.figures().equals(told)) {
            return List.of();
        }
        int number = before == null ? 1 : before.submitted().number() + 1;
        return List.of(new ForecastSubmitted(number, told.expectedClose(), told.category(), told.value(), holder));
    }

    /// Nobody approves their own: a manager who holds the deal submits, and another one adjusts.
    static List<DealEvent> adjust(Dossier deal, AdjustForecast command, DealContext context) {
        String manager = Guards.member(command, context, SALES_MANAGER);
        ForecastCall call = deal.progress().call();
        if (call == null) {
            throw Refusals.forecastNotSubmitted();
        }
        Guards.notOnes(command, manager, call.submitted().by());
        if (command.expectedClose() != null) {
            Guards.notPast("expectedClose", command.expectedClose(), context);
        }
        Figures now = adjusted(call.figures(), command);
        return now.equals(call.figures())
                ? List.of()
                : List.of(new ForecastAdjusted(
                        call.submitted().number(),
                        now.expectedClose(),
                        now.category(),
                        now.value(),
                        command.reason(),
                        manager));
    }

    private static Figures adjusted(Figures standing, AdjustForecast command) {
        return new Figures(
                command.expectedClose() == null ? standing.expectedClose() : command.expectedClose(),
                command.category() == null ? standing.category() : command.category(),
                command.value() == null ? standing.value() : command.value());
    }

    /// As the forecast was revised, at the deal's last known value.
    private static Figures complete(Dossier deal, DealContext context) {
        ForecastRevised forecast = deal.progress().forecast();
        LocalDate close = forecast == null ? null : forecast.expectedClose();
        ForecastCategory category = forecast == null ? null : forecast.category();
        Money value = deal.value();
        if (close == null || category == null || value == null) {
            throw Refusals.forecastIncomplete(missing(close, category, value));
        }
        Guards.notPast("expectedClose", close, context);
        return new Figures(close, category, value);
    }

    private static List<String> missing(
            @Nullable LocalDate close, @Nullable ForecastCategory category, @Nullable Money value) {
        List<String> missing = new ArrayList<>();
        if (close == null) {
            missing.add("expectedClose");
        }
        if (category == null) {
            missing.add("category");
        }
        if (value == null) {
            missing.add("value");
        }
        return missing;
    }
}
