package dev.baton.deal.lifecycle;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The guards that a pipeline sets on every channel, whoever speaks.
final class Guards {

    private Guards() {}

    /// Losing is possible from any open state, so a LOST skips nothing.
    static void nothingSkipped(Dossier deal, Milestone next, @Nullable Outcome outcome, Pipeline pipeline) {
        if (outcome == Outcome.LOST || deal.passes(Rule.PREDECESSOR_MISSING.code())) {
            return;
        }
        Collection<Milestone> missing = pipeline.requiredBefore(next).stream()
                .filter(required -> !deal.has(required))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusals.skipped(next, missing);
        }
    }

    static void criteriaAnswered(Dossier deal, LeadQualified finding, Pipeline pipeline) {
        if (deal.passes(Rule.CRITERIA_UNANSWERED.code())) {
            return;
        }
        Map<String, String> evidence = finding.evidence() == null ? Map.of() : finding.evidence();
        List<String> unanswered = pipeline.criteria().stream()
                .filter(criterion -> evidence.getOrDefault(criterion, "").isBlank())
                .toList();
        if (!unanswered.isEmpty()) {
            throw Refusals.unansweredCriteria(unanswered);
        }
    }

    /// A WON without a value keeps the last known; with none it is refused.
    static void worthSomething(Dossier deal, Close close) {
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

    static void holderOrManager(Dossier deal, PersonsCommand command, DealContext context) {
        if (!context.actor().has(Role.SALES_MANAGER)) {
            heldBy(deal, command, context);
        }
    }

    /// @return the member who acts, in one of the roles
    static String member(PersonsCommand command, DealContext context, Role... roles) {
        String member = context.actor().member();
        if (member == null || Stream.of(roles).noneMatch(context.actor()::has)) {
            throw Refusals.roleRequired(command, roles);
        }
        return member;
    }

    /// Nobody approves their own.
    static void notOnes(PersonsCommand command, String approver, String other) {
        if (approver.equals(other)) {
            throw Refusals.ownRequest(command, approver);
        }
    }

    static void returnsInTime(Dossier deal, LocalDate day, DealContext context) {
        within("returnDate", deal, day, context.rules().limits().nurtureDays(), Rule.RETURN_TOO_LATE, context);
    }

    static void reviewedInTime(Dossier deal, LocalDate day, DealContext context) {
        within("reviewDate", deal, day, context.rules().limits().holdDays(), Rule.HOLD_TOO_LONG, context);
    }

    private static void within(String field, Dossier deal, LocalDate day, int days, Rule rule, DealContext context) {
        LocalDate first = context.today().plusDays(1);
        LocalDate last = context.today().plusDays(days);
        if (day.isBefore(first)) {
            throw Refusals.dayPast(field, day, first);
        }
        if (day.isAfter(last) && !deal.passes(rule.code())) {
            throw Refusals.beyondLimit(rule, field, day, last);
        }
    }

    static void notPast(String field, LocalDate day, DealContext context) {
        if (day.isBefore(context.today())) {
            throw Refusals.dayPast(field, day, context.today());
        }
    }

    /// The other deal is the same customer's, and still on its way; so it is in the moment of the merger, since what is
    /// read of it is read again in the commit.
    static void survives(Dossier deal, MergeInto command, DealContext context) {
        DealState.Known survivor = command.survivor().equals(command.deal())
                ? null
                : context.surroundings().deal(command.survivor()).orElse(null);
        if (!(survivor instanceof DealState.Open || survivor instanceof OnHold)) {
            throw Refusals.noSurvivor(command);
        }
        Customer customer = deal.lead().customer();
        Customer other = survivor.dossier().lead().customer();
        if (customer == null || other == null || !customer.id().equals(other.id())) {
            throw Refusals.anotherCustomer(command);
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
