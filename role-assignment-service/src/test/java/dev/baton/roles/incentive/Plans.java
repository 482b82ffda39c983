package dev.baton.roles.incentive;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Role;
import dev.baton.roles.incentive.PlanTerms.Accelerator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/// Plans and quotas that tests begin from: 5 % up to the quota of 1,000 dollars, 8 % up to one and a half of it, 12 %
/// above; four fifths for the executive, one fifth for the representative.
final class Plans {
    static final List<Accelerator> ACCELERATORS =
            List.of(new Accelerator(number("100"), number("8")), new Accelerator(number("150"), number("12")));
    static final Map<Role, BigDecimal> FOUR_FIFTHS =
            Map.of(ACCOUNT_EXECUTIVE, number("80"), SALES_REPRESENTATIVE, number("20"));
    static final PlanTerms STEEP = plan("5", ACCELERATORS, FOUR_FIFTHS, "100");
    static final Money THOUSAND = usd("1000.00");

    private Plans() {}

    static PlanTerms plan(String rate, List<Accelerator> accelerators, Map<Role, BigDecimal> splits, String clawback) {
        return new PlanTerms(
                "USD", QuotaPeriod.Kind.QUARTER, ZoneOffset.UTC, number(rate), accelerators, splits, number(clawback));
    }

    static Quota quota() {
        return new Quota("anna", "2026-Q1", 1, THOUSAND, "steep", 1, null, Instant.EPOCH, "mia");
    }

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
