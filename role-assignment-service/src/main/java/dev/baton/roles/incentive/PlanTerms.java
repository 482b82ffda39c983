package dev.baton.roles.incentive;

import static java.math.BigDecimal.ZERO;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// What an incentive plan says.
///
/// @param currency in which quotas and commissions are; ISO 4217
/// @param period for how long a quota is
/// @param zone in which a period begins and ends
/// @param rate percent of what is credited that is commission
/// @param accelerators other rates above shares of the quota, the lowest first
/// @param splits percent of a close that each role is credited with; together 100
/// @param clawback percent of a commission that is taken back when its close is reversed
public record PlanTerms(
        String currency,
        QuotaPeriod.Kind period,
        ZoneId zone,
        BigDecimal rate,
        List<Accelerator> accelerators,
        Map<Role, BigDecimal> splits,
        BigDecimal clawback) {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<Role> CREDITED =
            EnumSet.of(Role.SALES_REPRESENTATIVE, Role.ACCOUNT_EXECUTIVE, Role.CUSTOMER_SUPPORT_REPRESENTATIVE);

    public PlanTerms {
        requireKnown(Require.text("currency", currency));
        Require.present("period", period);
        Require.present("zone", zone);
        rate = percent("rate", rate, HUNDRED);
        accelerators = rising(Require.present("accelerators", accelerators));
        splits = whole(Require.present("splits", splits));
        clawback = percent("clawback", clawback, HUNDRED);
    }

    /// From a share of the quota on, what is credited earns another rate.
    ///
    /// @param from percent of the quota
    /// @param rate percent of what is credited above it
    public record Accelerator(BigDecimal from, BigDecimal rate) {
        public Accelerator {
            from = percent("accelerators.from", from, new BigDecimal(10_000));
            rate = percent("accelerators.rate", rate, HUNDRED);
        }
    }

    CurrencyUnit unit() {
        return CurrencyUnit.of(currency);
    }

    Money nothing() {
        return Money.zero(unit());
    }

    /// The commission on all that was credited in a period, so that the order of closes does not
    /// change their sum: Σ over the bands of rate × the part of `credited` within the band ÷ 100,
    /// rounded half up to the currency's smallest unit. The first band begins at nothing with the
    /// plan's rate, each further one at its accelerator's share of the quota. Less than nothing
    /// earns nothing.
    Money commission(Money credited, Money quota) {
        BigDecimal sum = ZERO;
        BigDecimal begin = ZERO;
        BigDecimal current = rate;
        for (Accelerator next : accelerators) {
            BigDecimal end = quota.getAmount().multiply(next.from()).divide(HUNDRED);
            sum = sum.add(within(credited.getAmount(), begin, end).multiply(current));
            begin = end;
            current = next.rate();
        }
        BigDecimal above = credited.getAmount().subtract(begin).max(ZERO);
        return Money.of(unit(), sum.add(above.multiply(current)).divide(HUNDRED), RoundingMode.HALF_UP);
    }

    private static BigDecimal within(BigDecimal amount, BigDecimal begin, BigDecimal end) {
        return amount.min(end).subtract(begin).max(ZERO);
    }

    /// What is taken back of a commission: earned × clawback ÷ 100, rounded half up.
    Money takenBack(Money earned) {
        return earned.multipliedBy(clawback.divide(HUNDRED), RoundingMode.HALF_UP);
    }

    private static void requireKnown(String currency) {
        if (CurrencyUnit.registeredCurrencies().stream()
                .noneMatch(known -> known.getCode().equals(currency))) {
            throw new InvalidValue("currency", "is not known");
        }
    }

    private static BigDecimal percent(String field, BigDecimal value, BigDecimal most) {
        BigDecimal told = Require.present(field, value).stripTrailingZeros();
        if (told.signum() < 0 || told.compareTo(most) > 0 || told.scale() > 4) {
            throw new InvalidValue(field, "must be a percentage from 0 to " + most + " with 4 decimals at most");
        }
        return told;
    }

    private static List<Accelerator> rising(List<Accelerator> told) {
        BigDecimal before = ZERO;
        for (Accelerator next : told) {
            if (next.from().compareTo(before) <= 0) {
                throw new InvalidValue("accelerators", "must begin above each other, and above nothing");
            }
            before = next.from();
        }
        return List.copyOf(told);
    }

    private static Map<Role, BigDecimal> whole(Map<Role, BigDecimal> told) {
        Map<Role, BigDecimal> splits = new EnumMap<>(Role.class);
        told.forEach((role, share) -> splits.put(role, percent("splits." + role, share, HUNDRED)));
        if (!CREDITED.containsAll(splits.keySet())) {
            throw new InvalidValue("splits", "are among " + CREDITED);
        }
        BigDecimal sum = splits.values().stream().reduce(ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            throw new InvalidValue("splits", "must sum to 100, not " + sum.toPlainString());
        }
        return splits;
    }
}
