package dev.baton.roles.incentive;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.roles.directory.ReportingLines;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.security.Actor;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people are to win, and how far they have come.
@RestController
@RequestMapping("/v1/quotas")
class QuotaController {
    private final Quotas quotas;
    private final IncentivePlans plans;
    private final Attainments attainments;
    private final ReportingLines lines;

    QuotaController(Quotas quotas, IncentivePlans plans, Attainments attainments, ReportingLines lines) {
        this.quotas = quotas;
        this.plans = plans;
        this.attainments = attainments;
        this.lines = lines;
    }

    /// The newest versions. Whoever is neither manager nor operator asks for their own.
    @GetMapping
    Page<Quota> list(
            @RequestParam @Nullable String member,
            @RequestParam @Nullable String period,
            PageRequest page,
            Actor actor) {
        if (member == null) {
            IncentiveProblems.requireManager(actor);
        } else {
            requireSeen(member, actor);
        }
        return quotas.list(member, period == null ? null : QuotaPeriod.parse(period), page);
    }

    @GetMapping("/{member}/{period}")
    Quota newest(@PathVariable String member, @PathVariable String period, Actor actor) {
        return quota(member, QuotaPeriod.parse(period), actor);
    }

    /// All versions, the newest first.
    @GetMapping("/{member}/{period}/versions")
    List<Quota> versions(@PathVariable String member, @PathVariable String period, Actor actor) {
        quota(member, QuotaPeriod.parse(period), actor);
        return quotas.versions(member, QuotaPeriod.parse(period));
    }

    /// Credited ÷ quota, and the commission line by line, each with the close that it comes from.
    ///
    /// @param asOf only what had happened by then
    /// @param knownAt only what Baton had stored by then, and the version of the quota that held then
    @GetMapping("/{member}/{period}/attainment")
    Attainment attainment(
            @PathVariable String member,
            @PathVariable String period,
            @RequestParam @Nullable Instant asOf,
            @RequestParam @Nullable Instant knownAt,
            Actor actor) {
        PointInTime when = new PointInTime(asOf, knownAt);
        return attainments.of(quota(member, QuotaPeriod.parse(period), when, actor), when);
    }

    /// The next version; the same amount under the same version of the plan is the same version.
    @PutMapping("/{member}/{period}")
    Quota set(@PathVariable String member, @PathVariable String period, @RequestBody Given given, Actor actor) {
        IncentiveProblems.requireManager(actor);
        if (!lines.knows(member)) {
            throw IncentiveProblems.unknownMember(member);
        }
        if (member.equals(actor.member())) {
            throw IncentiveProblems.ownQuota();
        }
        QuotaPeriod when = QuotaPeriod.parse(period);
        IncentivePlan plan = plan(given);
        requireFitting(given.amount(), when, plan.terms());
        try {
            return quotas.set(member, when, given.amount(), plan, given.reason(), actor.id());
        } catch (DuplicateKeyException another) {
            throw IncentiveProblems.changed();
        }
    }

    private IncentivePlan plan(Given given) {
        Integer version = given.planVersion();
        return (version == null ? plans.named(given.plan()) : plans.version(given.plan(), version))
                .orElseThrow(() -> IncentiveProblems.unknownPlan(UNPROCESSABLE_CONTENT));
    }

    private static void requireFitting(Money amount, QuotaPeriod period, PlanTerms terms) {
        if (period.kind() != terms.period()) {
            throw IncentiveProblems.anotherPeriod(terms);
        }
        if (!amount.getCurrencyUnit().equals(terms.unit())) {
            throw IncentiveProblems.anotherCurrency(terms);
        }
    }

    private Quota quota(String member, QuotaPeriod period, Actor actor) {
        return quota(member, period, PointInTime.NOW, actor);
    }

    private Quota quota(String member, QuotaPeriod period, PointInTime when, Actor actor) {
        requireSeen(member, actor);
        return quotas.newest(member, period, when).orElseThrow(() -> IncentiveProblems.unknownQuota(member, period));
    }

    private void requireSeen(String member, Actor actor) {
        if (!lines.sees(actor, member)) {
            throw IncentiveProblems.ofAnother();
        }
    }

    /// @param planVersion the newest when left out
    record Given(
            Money amount,
            String plan,
            @Nullable Integer planVersion,
            @Nullable String reason) {
        Given {
            if (!Require.present("amount", amount).isPositive()) {
                throw new InvalidValue("amount.amount", "must be more than nothing");
            }
            Require.text("plan", plan);
            Require.optionalText("reason", reason);
        }
    }
}
