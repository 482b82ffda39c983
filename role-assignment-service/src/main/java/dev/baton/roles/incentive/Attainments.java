package dev.baton.roles.incentive;

import dev.baton.roles.incentive.Attainment.Unrated;
import dev.baton.roles.incentive.CountedClose.Reversal;
import dev.baton.roles.incentive.CountedClose.Win;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/// How far a person has come, from the log and the quota's own version of the plan: asked again, it
/// is computed again, so that what is told late, or corrected, counts where it happened.
@Component
class Attainments {
    private final IncentivePlans plans;
    private final Quotas quotas;
    private final LoggedCloses log;

    Attainments(IncentivePlans plans, Quotas quotas, LoggedCloses log) {
        this.plans = plans;
        this.quotas = quotas;
        this.log = log;
    }

    Attainment of(Quota quota, PointInTime when) {
        Accounts period = accounts(quota, when);
        Map<QuotaPeriod, Map<UUID, Money>> earlier = new HashMap<>();
        Attainment attainment = Attainment.of(
                quota,
                period.terms(),
                period.credits(),
                period.unrated(),
                win -> earlier.computeIfAbsent(
                                periodOf(win, period.terms()), before -> earned(quota.member(), before, when))
                        .getOrDefault(win.event(), period.terms().nothing()));
        return attainment.at(when);
    }

    /// Whoever had no quota then earned nothing, and nothing is taken back.
    private Map<UUID, Money> earned(String member, QuotaPeriod period, PointInTime when) {
        return quotas.newest(member, period, when)
                .map(quota -> {
                    Accounts accounts = accounts(quota, when);
                    return Attainment.earned(accounts.terms(), quota.amount(), accounts.credits());
                })
                .orElse(Map.of());
    }

    private Accounts accounts(Quota quota, PointInTime when) {
        PlanTerms terms = terms(quota);
        QuotaPeriod period = QuotaPeriod.parse(quota.period());
        Accounts accounts = new Accounts(quota.member(), terms, new ArrayList<>(), new ArrayList<>());
        ZoneId zone = terms.zone();
        log.between(period.begin(zone), period.end(zone), when)
                .forEach((deal, outcome) -> outcome.closes().stream()
                        .filter(close -> QuotaPeriod.containing(close.at(), period.kind(), zone)
                                .equals(period))
                        .forEach(close -> accounts.count(deal, outcome, close, splitBy(quota, terms, close, when))));
        return accounts;
    }

    /// A reversal takes back what the win had credited, by the plan of the win's own period.
    private PlanTerms splitBy(Quota quota, PlanTerms terms, CountedClose close, PointInTime when) {
        QuotaPeriod then = periodOf(close.win(), terms);
        return then.toString().equals(quota.period())
                ? terms
                : quotas.newest(quota.member(), then, when).map(this::terms).orElse(terms);
    }

    private static QuotaPeriod periodOf(Win win, PlanTerms terms) {
        return QuotaPeriod.containing(win.at(), terms.period(), terms.zone());
    }

    private PlanTerms terms(Quota quota) {
        return plans.version(quota.plan(), quota.planVersion()).orElseThrow().terms();
    }

    private record Accounts(String member, PlanTerms terms, List<Credit> credits, List<Unrated> unrated) {
        void count(String deal, DealOutcome outcome, CountedClose close, PlanTerms split) {
            Win win = close.win();
            Money value = win.in(terms.unit()).orElse(null);
            Money measure = value == null ? win.value() : value;
            Money share = Splits.of(measure, split.splits(), outcome, win.at()).get(member);
            if (share == null || share.isZero()) {
                return;
            }
            if (value == null) {
                unrated.add(new Unrated(deal, close.event(), close.at(), win.value()));
            } else {
                credits.add(credit(deal, close, value, share));
            }
        }

        private static Credit credit(String deal, CountedClose close, Money value, Money theirs) {
            return switch (close) {
                case Win won -> new Credit(deal, won, value, theirs);
                case Reversal none -> new Credit(deal, none, value.negated(), theirs.negated());
            };
        }
    }
}
