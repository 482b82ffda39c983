package dev.baton.roles.incentive;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.incentive.Plans.FOUR_FIFTHS;
import static dev.baton.roles.incentive.Plans.number;
import static dev.baton.roles.incentive.Plans.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.incentive.DealOutcome.Held;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static final Instant CLOSED = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void each_role_has_its_share_for_whoever_held_the_deal_in_it_last() {
        DealOutcome deal = deal(
                null,
                held(SALES_REPRESENTATIVE, "rita", -9, 0),
                held(ACCOUNT_EXECUTIVE, "bob", -8, 1),
                held(ACCOUNT_EXECUTIVE, "anna", -7, 2));
        assertThat(Splits.of(usd("500.00"), FOUR_FIFTHS, deal, CLOSED))
                .isEqualTo(Map.of("anna", usd("400.00"), "rita", usd("100.00")));
    }

    @Test
    void who_took_over_after_the_close_has_closed_nothing() {
        DealOutcome deal = deal(
                null,
                held(SALES_REPRESENTATIVE, "rita", -9, 0),
                held(ACCOUNT_EXECUTIVE, "anna", -7, 1),
                held(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 0, 2),
                held(ACCOUNT_EXECUTIVE, "bob", 3, 3));
        assertThat(Splits.of(usd("500.00"), FOUR_FIFTHS, deal, CLOSED)).containsOnlyKeys("anna", "rita");
    }

    @Test
    void the_share_of_a_role_in_which_nobody_held_it_is_the_closers() {
        DealOutcome deal = deal(null, held(SALES_MANAGER, "mia", -9, 0), held(ACCOUNT_EXECUTIVE, "anna", -7, 1));
        assertThat(Splits.of(usd("500.00"), FOUR_FIFTHS, deal, CLOSED)).isEqualTo(Map.of("anna", usd("500.00")));
    }

    @Test
    void support_has_the_source_credit_of_a_customer_it_brought_back() {
        Map<Role, BigDecimal> splits =
                Map.of(ACCOUNT_EXECUTIVE, number("90"), CUSTOMER_SUPPORT_REPRESENTATIVE, number("10"));
        DealOutcome deal = deal("suzy", held(ACCOUNT_EXECUTIVE, "anna", -7, 0));
        assertThat(Splits.of(usd("500.00"), splits, deal, CLOSED))
                .isEqualTo(Map.of("anna", usd("450.00"), "suzy", usd("50.00")));
        assertThat(Splits.of(usd("500.00"), splits, deal(null, held(ACCOUNT_EXECUTIVE, "anna", -7, 0)), CLOSED))
                .isEqualTo(Map.of("anna", usd("500.00")));
    }

    @Tag("random")
    @Test
    void whatever_the_percentages_the_shares_of_a_close_sum_to_its_value() {
        long seed = Seed.of("shares");
        Random random = new Random(seed);
        DealOutcome deal =
                deal("suzy", held(SALES_REPRESENTATIVE, "rita", -9, 0), held(ACCOUNT_EXECUTIVE, "anna", -7, 1));
        for (int i = 0; i < Seed.times(2_000); i++) {
            int one = random.nextInt(0, 1_000_001);
            int two = random.nextInt(0, 1_000_001 - one);
            Map<Role, BigDecimal> splits = Map.of(
                    SALES_REPRESENTATIVE, BigDecimal.valueOf(one, 4),
                    ACCOUNT_EXECUTIVE, BigDecimal.valueOf(two, 4),
                    CUSTOMER_SUPPORT_REPRESENTATIVE, BigDecimal.valueOf(1_000_000 - one - two, 4));
            Money value = Money.ofMinor(usd("0.00").getCurrencyUnit(), random.nextInt(0, 10_000_000));
            assertThat(Splits.of(value, splits, deal, CLOSED).values().stream().reduce(usd("0.00"), Money::plus))
                    .as("seed %d", seed)
                    .isEqualTo(value);
        }
    }

    private static Held held(Role role, String member, int days, int epoch) {
        return new Held(new Holder(role, member), CLOSED.plusSeconds(days * 86_400L), epoch);
    }

    private static DealOutcome deal(@Nullable String raisedBy, Held... holdings) {
        return new DealOutcome(null, false, null, List.of(), Arrays.asList(holdings), raisedBy);
    }
}
