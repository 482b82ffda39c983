package dev.baton.deal.lifecycle;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The guards that a pipeline sets on every channel, whoever speaks.
final class Guards {

    private Guards() {}

    /// Losing is possible from any open state, so a LOST skips nothing.
    static void nothingSkipped(Dossier deal, Milestone next, @Nullable Outcome outcome, Pipeline pipeline) {
        if (outcome == Outcome.LOST) {
            return;
        }
        Collection<Milestone> missing = pipeline.requiredBefore(next).stream()
                .filter(required -> !deal.has(required))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusals.skipped(next, missing);
        }
    }

    static void criteriaAnswered(LeadQualified finding, Pipeline pipeline) {
        Map<String, String> evidence = finding.evidence() == null ? Map.of() : finding.evidence();
        List<String> unanswered = pipeline.criteria().stream()
                .filter(criterion -> evidence.getOrDefault(criterion, "").isBlank())
                .toList();
        if (!unanswered.isEmpty()) {
            throw Refusals.unansweredCriteria(unanswered);
        }
    }

    /// A WON without a value keeps the last known; with none it is refused.
    static void worthSomething(Dossier deal, Closed close) {
        if (close.outcome() == Outcome.WON && close.value() == null && deal.value() == null) {
            throw Refusals.noValue();
        }
    }

    static void heldBy(Dossier deal, PersonsCommand command, DealContext context, Role stage) {
        heldBy(deal, command, context);
        Role role = deal.holder().role();
        if (role != stage && role != Role.SALES_MANAGER) {
            throw Refusals.roleRequired(command, stage);
        }
    }

    static void heldBy(Dossier deal, PersonsCommand command, DealContext context) {
        epochKnown(deal, context.epoch());
        if (!context.actor().isSamePersonAs(deal.holder())) {
            throw Refusals.notTheHolder(command, deal);
        }
        if (!context.actor().has(deal.holder().role())) {
            throw Refusals.roleRequired(command, deal.holder().role());
        }
    }

    private static void epochKnown(Dossier deal, @Nullable Integer told) {
        if (told != null && told > deal.epoch()) {
            throw Refusals.holderNotYetKnown(told, deal.epoch());
        }
        if (told != null && told < deal.epoch()) {
            throw Refusals.epochPassed(told, deal.epoch());
        }
    }
}
