package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import java.util.List;

/// Who is asked about a deal, and who answers.
final class ConsultationDecisions {
    private ConsultationDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ConsultationCommand command, DealContext context) {
        return switch (command) {
            case RequestAdvice request -> requestAdvice(state.dossier(), request, context);
        };
    }

    private static List<DealEvent> requestAdvice(Dossier deal, RequestAdvice command, DealContext context) {
        Guards.holderOrManager(deal, command, context);
        return List.of(command.request());
    }
}
