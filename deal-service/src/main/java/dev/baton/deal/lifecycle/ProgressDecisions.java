package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.SALES_MANAGER;

import dev.baton.contract.Role;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.deal.lifecycle.ProgressCommand.AdjustForecast;
import dev.baton.deal.lifecycle.ProgressCommand.CorrectDeal;
import dev.baton.deal.lifecycle.ProgressCommand.LogInteraction;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.ProgressCommand.ReviseForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SetNextStep;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import java.util.List;
import java.util.stream.Stream;

/// What is noted about a deal without moving it.
final class ProgressDecisions {
    private ProgressDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ProgressCommand command, DealContext context) {
        Dossier deal = state.dossier();
        return switch (command) {
            case SetNextStep next -> setNextStep(deal, next, context);
            case ReviseForecast revise -> reviseForecast(deal, revise, context);
            case SubmitForecast submit -> ForecastDecisions.submit(deal, submit, context);
            case AdjustForecast adjust -> ForecastDecisions.adjust(deal, adjust, context);
            case LogInteraction log -> logInteraction(log, context);
            case CorrectDeal correct -> correct(deal, correct, context);
            case OverrideRule override -> override(state, override, context);
        };
    }

    private static List<DealEvent> setNextStep(Dossier deal, SetNextStep command, DealContext context) {
        Guards.heldBy(deal, command, context);
        Guards.notPast("due", command.step().due(), context);
        return List.of(command.step());
    }

    private static List<DealEvent> reviseForecast(Dossier deal, ReviseForecast command, DealContext context) {
        Guards.heldBy(deal, command, context);
        if (command.forecast().expectedClose() != null) {
            Guards.notPast("expectedClose", command.forecast().expectedClose(), context);
        }
        return List.of(command.forecast());
    }

    /// Anybody of the department may have spoken with the customer.
    private static List<DealEvent> logInteraction(LogInteraction command, DealContext context) {
        Guards.member(command, context, Role.values());
        return List.of(command.interaction());
    }

    private static List<DealEvent> correct(Dossier deal, CorrectDeal command, DealContext context) {
        Guards.holderOrManager(deal, command, context);
        return List.of(command.correction());
    }

    /// Nobody approves their own: a manager who holds the deal asks another one. What waited for the rule alone follows
    /// at once.
    private static List<DealEvent> override(DealState.Known state, OverrideRule command, DealContext context) {
        Dossier deal = state.dossier();
        String manager = Guards.member(command, context, SALES_MANAGER);
        Guards.notOnes(command, manager, deal.holder().member());
        if (deal.passes(command.rule().code())) {
            return List.of();
        }
        RuleOverridden overridden = new RuleOverridden(command.rule().code(), command.reason(), manager);
        return Stream.concat(Stream.of(overridden), waited(state, overridden, context).stream())
                .toList();
    }

    private static List<DealEvent> waited(DealState.Known state, RuleOverridden overridden, DealContext context) {
        return state instanceof Won won
                ? HandoverDecisions.handed(
                        won.dossier().noting(overridden, context.now()),
                        won.dossier().holder(),
                        context)
                : List.of();
    }
}
