package dev.baton.roles.incentive;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

import dev.baton.contract.Role;
import dev.baton.roles.incentive.DealOutcome.Held;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/// Who is credited with how much of a close.
final class Splits {
    private Splits() {}

    /// The share of a role is `value` × its percentage ÷ 100, rounded down to the currency's
    /// smallest unit, for whoever held the deal in that role last when it was closed; support's
    /// share is of whoever brought the customer back. What nobody held, and what rounding leaves,
    /// is the closer's: the shares of a close sum to its value.
    ///
    /// @return by member id; empty when nobody is known to have held the deal
    static Map<String, Money> of(Money value, Map<Role, BigDecimal> splits, DealOutcome deal, Instant closed) {
        Map<String, Money> shares = new LinkedHashMap<>();
        closer(deal, closed).ifPresent(closer -> {
            Money left = value;
            for (Map.Entry<Role, BigDecimal> split : splits.entrySet()) {
                Money share = value.multipliedBy(split.getValue().divide(PlanTerms.HUNDRED), RoundingMode.DOWN);
                shares.merge(whose(split.getKey(), deal, closed).orElse(closer), share, Money::plus);
                left = left.minus(share);
            }
            if (!left.isZero()) {
                shares.merge(closer, left, Money::plus);
            }
        });
        return shares;
    }

    private static Optional<String> whose(Role role, DealOutcome deal, Instant closed) {
        return role == CUSTOMER_SUPPORT_REPRESENTATIVE
                ? Optional.ofNullable(deal.raisedBy())
                : deal.holdings().stream()
                        .filter(held -> held.by().role() == role && hadBegun(held, closed))
                        .max(Comparator.comparing(Held::epoch))
                        .map(held -> held.by().member());
    }

    /// The last holding that had taken effect by the close; support, which begins at that very
    /// moment, closes nothing.
    private static Optional<String> closer(DealOutcome deal, Instant closed) {
        return deal.holdings().stream()
                .filter(held -> held.by().role() != CUSTOMER_SUPPORT_REPRESENTATIVE && hadBegun(held, closed))
                .max(Comparator.comparing(Held::epoch))
                .map(held -> held.by().member());
    }

    private static boolean hadBegun(Held held, Instant closed) {
        return held.epoch() == 0 || !held.since().isAfter(closed);
    }
}
