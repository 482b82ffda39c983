package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import java.util.List;

/// What is laid down on the way to agreed terms.
final class TermsDecisions {
    private TermsDecisions() {}

    static List<DealEvent> decide(DealState.Known state, TermsCommand command, DealContext context) {
        return switch (command) {
            case RecordNeed record -> recordNeed(state.dossier(), record, context);
        };
    }

    private static List<DealEvent> recordNeed(Dossier deal, RecordNeed command, DealContext context) {
        Guards.heldBy(deal, command, context);
        return List.of(command.need());
    }
}
