package dev.baton.roles.incentive;

import dev.baton.roles.incentive.CountedClose.Reversal;
import dev.baton.roles.incentive.CountedClose.Win;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// How far a person has come in a period, and what they have earned by it, close by close.
///
/// @param credited what their shares of the period's closes sum to
/// @param percent credited ÷ quota, in percent, with one decimal, rounded half up
/// @param commission what they have earned less what was taken back
/// @param lines in the order in which things happened
/// @param asOf only what had happened by then counts, when it was asked so
/// @param knownAt only what Baton had stored by then counts, when it was asked so
/// @param unrated closes whose value nobody can tell in the plan's currency; they count for nothing
public record Attainment(
        Quota quota,
        Money credited,
        BigDecimal percent,
        Money commission,
        List<Line> lines,
        List<Unrated> unrated,
        @Nullable Instant asOf,
        @Nullable Instant knownAt) {

    /// @param event id of the close, or of its reversal
    /// @param value of the close, in the plan's currency
    /// @param reverses id of the close that does not count any more
    public record Line(
            String deal,
            UUID event,
            Instant at,
            Money value,
            Money credited,
            Money earned,
            @Nullable UUID reverses) {}

    public record Unrated(String deal, UUID event, Instant at, Money value) {}

    /// A win earns what the commission on all that is credited so far grows by: with `a` credited
    /// before it (counted from nothing) and `x` its share, commission(a + x) − commission(a). So
    /// the wins of a period earn together what their sum earns, whatever their order, and who
    /// passes an accelerator's share of the quota earns its rate on what lies above.
    ///
    /// @return what each win earned, by the id of its event
    static Map<UUID, Money> earned(PlanTerms terms, Money quota, List<Credit> credits) {
        Map<UUID, Money> earned = new HashMap<>();
        Money sum = terms.nothing();
        for (Credit credit : credits.stream().sorted(Credit.IN_ORDER).toList()) {
            if (credit.close() instanceof Win win) {
                Money before = sum.isNegative() ? terms.nothing() : sum;
                Money after = before.plus(credit.share());
                earned.put(win.event(), terms.commission(after, quota).minus(terms.commission(before, quota)));
            }
            sum = sum.plus(credit.share());
        }
        return earned;
    }

    /// A reversal is a line of less than nothing in the period in which it happens: it takes the
    /// share back in full, and of what the win had earned the plan's clawback.
    ///
    /// @param earlier what a win of another period had earned, by the plan of that period
    static Attainment of(
            Quota quota, PlanTerms terms, List<Credit> credits, List<Unrated> unrated, Function<Win, Money> earlier) {
        Map<UUID, Money> earned = earned(terms, quota.amount(), credits);
        List<Line> lines = credits.stream()
                .sorted(Credit.IN_ORDER)
                .map(credit -> line(terms, credit, earned, earlier))
                .toList();
        Money credited = lines.stream().map(Line::credited).reduce(terms.nothing(), Money::plus);
        return new Attainment(
                quota,
                credited,
                percent(credited, quota.amount()),
                lines.stream().map(Line::earned).reduce(terms.nothing(), Money::plus),
                lines,
                List.copyOf(unrated),
                null,
                null);
    }

    Attainment at(PointInTime when) {
        return new Attainment(quota, credited, percent, commission, lines, unrated, when.asOf(), when.knownAt());
    }

    private static Line line(PlanTerms terms, Credit credit, Map<UUID, Money> earned, Function<Win, Money> earlier) {
        CountedClose close = credit.close();
        return switch (close) {
            case Win win -> line(credit, earned.getOrDefault(win.event(), terms.nothing()), null);
            case Reversal reversal -> {
                Win win = reversal.win();
                Money own = earned.get(win.event());
                Money back = terms.takenBack(own == null ? earlier.apply(win) : own);
                yield line(credit, back.negated(), win.event());
            }
        };
    }

    private static Line line(Credit credit, Money earned, @Nullable UUID reverses) {
        CountedClose close = credit.close();
        return new Line(credit.deal(), close.event(), close.at(), credit.value(), credit.share(), earned, reverses);
    }

    private static BigDecimal percent(Money credited, Money quota) {
        return credited.getAmount().multiply(PlanTerms.HUNDRED).divide(quota.getAmount(), 1, RoundingMode.HALF_UP);
    }
}
