package dev.baton.deal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.deal.OfferLine;
import dev.baton.contract.testing.Seed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final int CASES = Seed.times(20_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STEP = new BigDecimal("0.01");

    @Test
    void an_offer_comes_to_the_sum_of_its_lines() {
        Totals totals =
                Totals.of(List.of(line(12, "4821.00", "3000.00", "4500.00"), line(1, "550.00", "310.00", "0.00")));
        assertThat(totals).isEqualTo(new Totals(usd("58402.00"), usd("36310.00"), usd("54000.00")));
    }

    @Test
    void a_discount_is_rounded_up_and_a_margin_down() {
        Totals totals = new Totals(usd("3.00"), usd("1.00"), usd("2.00"));
        assertThat(totals.discountPercent()).isEqualByComparingTo("33.34");
        assertThat(totals.at(usd("1.50")).marginPercent()).isEqualByComparingTo("33.33");
    }

    @Test
    void above_list_price_the_discount_is_negative() {
        assertThat(new Totals(usd("100.00"), usd("50.00"), usd("110.00")).discountPercent())
                .isEqualByComparingTo("-10.00");
    }

    @Test
    void below_cost_the_margin_is_negative() {
        assertThat(new Totals(usd("100.00"), usd("90.00"), usd("60.00")).marginPercent())
                .isEqualByComparingTo("-50.00");
    }

    @Test
    void percentages_have_two_decimals_in_every_currency() {
        CurrencyUnit yen = CurrencyUnit.JPY;
        Totals totals = new Totals(Money.ofMajor(yen, 700), Money.ofMajor(yen, 100), Money.ofMajor(yen, 300));
        assertThat(totals.discountPercent()).isEqualTo(new BigDecimal("57.15"));
        assertThat(totals.marginPercent()).isEqualTo(new BigDecimal("66.66"));
    }

    @Test
    void an_offer_of_nothing_is_refused() {
        assertThatThrownBy(() -> Totals.of(List.of(line(3, "10.00", "1.00", "0.00"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("price");
    }

    @Test
    void a_total_that_cannot_be_written_is_refused() {
        assertThatThrownBy(() -> Totals.of(List.of(line(1_000_000, "9000000000000.00", "0.00", "1.00"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("18 digits");
    }

    /// The definition, cross-multiplied: no division, no rounding.
    @Tag("random")
    @Test
    void whatever_the_lines_the_figures_are_those_of_the_definition() {
        long seed = Seed.of("offers of " + CASES + " cases");
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            List<OfferLine> lines = lines(random);
            Totals totals = Totals.of(lines);
            BigDecimal list = sum(lines, OfferLine::listPrice);
            BigDecimal cost = sum(lines, OfferLine::cost);
            BigDecimal price = sum(lines, OfferLine::price);
            String which = "seed " + seed + ", case " + i + ": " + lines;
            assertThat(totals.list().getAmount()).as(which).isEqualByComparingTo(list);
            assertThat(totals.cost().getAmount()).as(which).isEqualByComparingTo(cost);
            assertThat(totals.price().getAmount()).as(which).isEqualByComparingTo(price);
            isCeiling(which, totals.discountPercent(), list.subtract(price), list);
            isFloor(which, totals.marginPercent(), price.subtract(cost), price);
        }
    }

    @Tag("random")
    @Test
    void a_limit_is_passed_by_the_figure_exactly_when_it_is_passed_in_truth() {
        long seed = Seed.of("limits of " + CASES + " cases");
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            Totals totals = Totals.of(lines(random));
            BigDecimal limit = near(random, random.nextBoolean() ? totals.discountPercent() : totals.marginPercent());
            BigDecimal list = totals.list().getAmount();
            BigDecimal price = totals.price().getAmount();
            BigDecimal cost = totals.cost().getAmount();
            String which = "seed " + seed + ", case " + i + ": " + totals + " at " + limit;
            assertThat(totals.discountPercent().compareTo(limit) > 0)
                    .as(which)
                    .isEqualTo(list.subtract(price).multiply(HUNDRED).compareTo(limit.multiply(list)) > 0);
            assertThat(totals.marginPercent().compareTo(limit) < 0)
                    .as(which)
                    .isEqualTo(price.subtract(cost).multiply(HUNDRED).compareTo(limit.multiply(price)) < 0);
        }
    }

    private static void isCeiling(String which, BigDecimal percent, BigDecimal part, BigDecimal whole) {
        BigDecimal true100 = part.multiply(HUNDRED);
        assertThat(percent.multiply(whole)).as(which).isGreaterThanOrEqualTo(true100);
        assertThat(percent.subtract(STEP).multiply(whole)).as(which).isLessThan(true100);
    }

    private static void isFloor(String which, BigDecimal percent, BigDecimal part, BigDecimal whole) {
        BigDecimal true100 = part.multiply(HUNDRED);
        assertThat(percent.multiply(whole)).as(which).isLessThanOrEqualTo(true100);
        assertThat(percent.add(STEP).multiply(whole)).as(which).isGreaterThan(true100);
    }

    private static BigDecimal near(Random random, BigDecimal figure) {
        return figure.add(STEP.multiply(BigDecimal.valueOf(random.nextInt(3) - 1L)));
    }

    /// The first line costs something, so that no offer is one of nothing.
    private static List<OfferLine> lines(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(n -> new OfferLine(
                        "P" + n,
                        1 + random.nextInt(random.nextBoolean() ? 3 : 10_000),
                        cents(1 + random.nextInt(5_000_000)),
                        cents(random.nextInt(5_000_000)),
                        cents(n == 0 ? 1 + random.nextInt(5_000_000) : random.nextInt(5_000_000))))
                .toList();
    }

    private static BigDecimal sum(List<OfferLine> lines, Function<OfferLine, Money> amount) {
        return lines.stream()
                .map(line -> amount.apply(line).getAmount().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money cents(int amount) {
        return Money.ofMinor(CurrencyUnit.USD, amount);
    }

    private static OfferLine line(int quantity, String list, String cost, String price) {
        return new OfferLine("GTX Pro", quantity, usd(list), usd(cost), usd(price));
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
