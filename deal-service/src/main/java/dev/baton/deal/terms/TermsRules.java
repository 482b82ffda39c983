package dev.baton.deal.terms;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a version of a pipeline wants of the terms.
///
/// @param priceList the list that offers are made from; without one there are none
/// @param offerRequired whether terms are those of an offer; then they are worth its price
/// @param planRequired whether terms need an agreed sales plan
/// @param planDrafters who may draft it besides the sales specialist
/// @param approval when an offer needs one; never when absent
/// @param answerWithin working time in which each kind of request is answered before it goes on
/// @param calendar in which that time passes
/// @param exitCriteria what must be shown before a stage is left, from QUALIFIED on
public record TermsRules(
        @Nullable String priceList,
        boolean offerRequired,
        boolean planRequired,
        Set<Role> planDrafters,
        @Nullable ApprovalRules approval,
        Map<RequestKind, Duration> answerWithin,
        BusinessCalendar calendar,
        Map<Stage, List<String>> exitCriteria) {
    /// Two working days of eight hours.
    public static final Duration USUAL_TIME = Duration.ofHours(16);

    /// Anything goes, as where systems report milestones alone.
    public static final TermsRules USUAL =
            new TermsRules(null, false, false, Set.of(), null, Map.of(), BusinessCalendar.USUAL, Map.of());

    public TermsRules {
        Require.optionalText("priceList", priceList);
        planDrafters = Set.copyOf(planDrafters);
        answerWithin = Map.copyOf(answerWithin);
        Require.present("calendar", calendar);
        exitCriteria = Map.copyOf(exitCriteria);
    }

    /// When a request that is made now goes on, if nobody answers it.
    public Instant due(RequestKind kind, Instant now) {
        return calendar.after(now, answerWithin.getOrDefault(kind, USUAL_TIME));
    }

    /// All of them, in the order of the stages.
    public List<String> criteria() {
        return criteriaUpTo(Stage.AGREED);
    }

    /// Those of the stage and of the stages before it.
    public List<String> criteriaUpTo(Stage last) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.compareTo(last) <= 0)
                .flatMap(stage -> exitCriteria.getOrDefault(stage, List.of()).stream())
                .toList();
    }

    /// The same, with these exit criteria.
    public TermsRules leaving(Map<Stage, List<String>> criteria) {
        return new TermsRules(
                priceList, offerRequired, planRequired, planDrafters, approval, answerWithin, calendar, criteria);
    }

    public boolean mayDraftPlans(Role role) {
        return role == Role.SALES_SPECIALIST || planDrafters.contains(role);
    }

    /// Why the offer needs an approval; empty when its maker may make it alone.
    public List<ApprovalGround> approvalGrounds(LedgerEntry.Offer offer) {
        return approval == null ? List.of() : approval.grounds(offer);
    }

    /// The chain of command, as far as the pipeline names one.
    public List<String> approvers() {
        return approval == null ? List.of() : approval.chain();
    }
}
