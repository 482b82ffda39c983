package dev.baton.roles.incentive;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.Role;
import dev.baton.roles.directory.ReportingLines;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What quotas and plans refuse.
final class IncentiveProblems {
    private IncentiveProblems() {}

    /// @throws ProblemException 403 `role-required`
    static void requireManager(Actor actor) {
        if (!actor.roles().contains(Role.SALES_MANAGER.name()) && !ReportingLines.isOperator(actor)) {
            throw problem(
                    FORBIDDEN, "role-required", "This is for sales managers and operations.", "SALES_MANAGER, ops");
        }
    }

    static ProblemException unknownPlan(HttpStatus status) {
        return problem(status, "incentive-plan-unknown", "There is no such plan, or no such version.", "PUT the plan");
    }

    static ProblemException unknownMember(String member) {
        return problem(NOT_FOUND, "member-unknown", "Nobody has joined as " + member + ".", "a member's id");
    }

    static ProblemException unknownQuota(String member, QuotaPeriod period) {
        return problem(
                NOT_FOUND, "quota-unknown", member + " has no quota for " + period + ".", "a period with a quota");
    }

    static ProblemException ownQuota() {
        return problem(FORBIDDEN, "own-quota", "Nobody sets their own quota.", "another SALES_MANAGER");
    }

    static ProblemException ofAnother() {
        return problem(
                FORBIDDEN,
                "quota-of-another",
                "This is the quota of somebody else.",
                "the member, their manager, operators");
    }

    static ProblemException anotherPeriod(PlanTerms terms) {
        return problem(
                UNPROCESSABLE_CONTENT,
                "period-not-the-plans",
                "The plan sets quotas for a " + terms.period() + ".",
                "a " + terms.period());
    }

    static ProblemException anotherCurrency(PlanTerms terms) {
        return problem(
                UNPROCESSABLE_CONTENT,
                "currency-not-the-plans",
                "The plan counts in " + terms.currency() + ".",
                terms.currency());
    }

    static ProblemException changed() {
        return problem(CONFLICT, "version-passed", "Somebody changed it just now.", "read it again");
    }

    private static ProblemException problem(HttpStatus status, String code, String detail, String allowed) {
        return new ProblemException(
                Problem.of(status, code, "Not possible", detail).with("allowed", List.of(allowed)));
    }
}
