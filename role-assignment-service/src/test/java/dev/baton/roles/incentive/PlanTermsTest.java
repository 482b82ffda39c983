package dev.baton.roles.incentive;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.incentive.Plans.ACCELERATORS;
import static dev.baton.roles.incentive.Plans.FOUR_FIFTHS;
import static dev.baton.roles.incentive.Plans.STEEP;
import static dev.baton.roles.incentive.Plans.THOUSAND;
import static dev.baton.roles.incentive.Plans.number;
import static dev.baton.roles.incentive.Plans.plan;
import static dev.baton.roles.incentive.Plans.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import dev.baton.roles.incentive.PlanTerms.Accelerator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTermsTest {
    @Test
    void what_lies_above_a_share_of_the_quota_earns_the_accelerated_rate() {
        assertThat(STEEP.commission(usd("400.00"), THOUSAND)).isEqualTo(usd("20.00"));
        assertThat(STEEP.commission(usd("1000.00"), THOUSAND)).isEqualTo(usd("50.00"));
        assertThat(STEEP.commission(usd("1200.00"), THOUSAND)).isEqualTo(usd("66.00"));
        assertThat(STEEP.commission(usd("2000.00"), THOUSAND)).isEqualTo(usd("150.00"));
        assertThat(STEEP.commission(usd("-10.00"), THOUSAND)).isEqualTo(usd("0.00"));
    }

    @Test
    void splits_sum_to_100_percent() {
        refused("splits", () -> plan("5", List.of(), Map.of(ACCOUNT_EXECUTIVE, number("99.9")), "100"));
        refused(
                "splits",
                () -> plan(
                        "5",
                        List.of(),
                        Map.of(ACCOUNT_EXECUTIVE, number("80"), SALES_REPRESENTATIVE, number("20.1")),
                        "100"));
        refused("splits", () -> plan("5", List.of(), Map.of(SALES_MANAGER, number("100")), "100"));
        assertThat(plan("5", List.of(), Map.of(ACCOUNT_EXECUTIVE, number("100")), "0"))
                .isEqualTo(plan("5.00", List.of(), Map.of(ACCOUNT_EXECUTIVE, number("100.0")), "0.0"));
    }

    @Test
    void accelerators_begin_above_each_other() {
        refused("accelerators", () -> plan("5", ACCELERATORS.reversed(), FOUR_FIFTHS, "100"));
        refused(
                "accelerators",
                () -> plan("5", List.of(new Accelerator(number("0"), number("9"))), FOUR_FIFTHS, "100"));
    }

    @Test
    void a_rate_is_a_percentage() {
        refused("rate", () -> plan("-1", List.of(), FOUR_FIFTHS, "100"));
        refused("clawback", () -> plan("5", List.of(), FOUR_FIFTHS, "101"));
        refused("rate", () -> plan("5.00001", List.of(), FOUR_FIFTHS, "100"));
    }

    @Test
    void a_period_is_a_year_a_quarter_or_a_month_of_the_plans_zone() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        QuotaPeriod quarter = QuotaPeriod.parse("2026-Q2");
        assertThat(quarter.begin(auckland)).isEqualTo(Instant.parse("2026-03-31T11:00:00Z"));
        assertThat(quarter.end(auckland)).isEqualTo(Instant.parse("2026-06-30T12:00:00Z"));
        assertThat(QuotaPeriod.containing(quarter.begin(auckland), QuotaPeriod.Kind.QUARTER, auckland))
                .isEqualTo(quarter);
        assertThat(QuotaPeriod.containing(quarter.begin(auckland).minusNanos(1), QuotaPeriod.Kind.QUARTER, auckland))
                .hasToString("2026-Q1");
        assertThat(QuotaPeriod.parse("2026-02").end(ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(QuotaPeriod.parse("2026")).hasToString("2026");
        refused("period", () -> QuotaPeriod.parse("2026-Q5"));
        refused("period", () -> QuotaPeriod.parse("2026-13"));
    }

    private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.getMessage()).contains(field));
    }
}
