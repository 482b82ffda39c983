package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NeedEvent.CriteriaAnswered;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.terms.Needs;
import java.util.List;

/// What the customer needs, and what binds either side: the holder records it, once.
final class NeedDecisions {

    private NeedDecisions() {}

    static List<DealEvent> record(Dossier deal, RecordNeed command, DealContext context) {
        Guards.heldBy(deal, command, context);
        Needs needs = deal.terms().needs();
        return needs.hasNeed(command.description()) ? List.of() : List.of(needs.need(command.description()));
    }

    static List<DealEvent> record(Dossier deal, RecordConstraint command, DealContext context) {
        Guards.heldBy(deal, command, context);
        Needs needs = deal.terms().needs();
        return needs.hasConstraint(command.description())
                ? List.of()
                : List.of(needs.constraint(command.description()));
    }

    static List<DealEvent> answer(Dossier deal, AnswerCriteria command, DealContext context) {
        Guards.heldBy(deal, command, context);
        List<String> known = context.rules().terms().criteria();
        List<String> strange = command.evidence().keySet().stream()
                .filter(criterion -> !known.contains(criterion))
                .sorted()
                .toList();
        if (!strange.isEmpty()) {
            throw TermsRefusals.unknownCriteria(strange, known);
        }
        boolean said = deal.terms()
                .needs()
                .evidence()
                .entrySet()
                .containsAll(command.evidence().entrySet());
        return said ? List.of() : List.of(new CriteriaAnswered(command.evidence()));
    }
}
