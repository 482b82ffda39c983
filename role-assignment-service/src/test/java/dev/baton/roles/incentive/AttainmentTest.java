package dev.baton.roles.incentive;

import static dev.baton.roles.incentive.Plans.ACCELERATORS;
import static dev.baton.roles.incentive.Plans.FOUR_FIFTHS;
import static dev.baton.roles.incentive.Plans.STEEP;
import static dev.baton.roles.incentive.Plans.THOUSAND;
import static dev.baton.roles.incentive.Plans.plan;
import static dev.baton.roles.incentive.Plans.quota;
import static dev.baton.roles.incentive.Plans.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.testing.Seed;
import dev.baton.roles.incentive.CountedClose.Reversal;
import dev.baton.roles.incentive.CountedClose.Win;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttainmentTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_win_that_passes_the_quota_earns_the_accelerated_rate_on_what_lies_above() {
        Attainment attained = attained(STEEP, List.of(win(1, "900.00"), win(2, "300.00")));
        assertThat(attained.lines()).extracting(Attainment.Line::earned).containsExactly(usd("45.00"), usd("21.00"));
        assertThat(attained.credited()).isEqualTo(usd("1200.00"));
        assertThat(attained.percent()).isEqualByComparingTo("120.0");
        assertThat(attained.commission()).isEqualTo(usd("66.00"));
    }

    @Test
    void a_reversal_takes_back_the_share_and_what_it_had_earned() {
        Credit win = win(1, "900.00");
        Attainment attained = attained(STEEP, List.of(win, reversal(2, win), win(3, "100.00")));
        assertThat(attained.lines())
                .extracting(Attainment.Line::earned)
                .containsExactly(usd("45.00"), usd("-45.00"), usd("5.00"));
        assertThat(attained.lines())
                .extracting(Attainment.Line::credited)
                .containsExactly(usd("900.00"), usd("-900.00"), usd("100.00"));
        assertThat(attained.lines().get(1).reverses()).isEqualTo(win.close().event());
    }

    @Test
    void a_reversal_of_another_periods_win_is_a_negative_line_in_its_own_period() {
        Credit reversal = reversal(5, win(-30, "900.00"));
        Attainment attained =
                Attainment.of(quota(), STEEP, List.of(reversal, win(6, "100.00")), List.of(), earlier -> usd("72.00"));
        assertThat(attained.lines()).extracting(Attainment.Line::earned).containsExactly(usd("-72.00"), usd("5.00"));
        assertThat(attained.credited()).isEqualTo(usd("-800.00"));
        assertThat(attained.percent()).isEqualByComparingTo("-80.0");
    }

    @Test
    void a_plan_takes_back_as_much_as_it_says() {
        Credit win = win(1, "900.00");
        PlanTerms half = plan("5", ACCELERATORS, FOUR_FIFTHS, "50");
        assertThat(attained(half, List.of(win, reversal(2, win))).commission()).isEqualTo(usd("22.50"));
        PlanTerms nothing = plan("5", ACCELERATORS, FOUR_FIFTHS, "0");
        assertThat(attained(nothing, List.of(win, reversal(2, win))).commission())
                .isEqualTo(usd("45.00"));
    }

    @Tag("random")
    @Test
    void wins_earn_together_what_their_sum_earns_in_whatever_order_they_are_told() {
        long seed = Seed.of("wins");
        Random random = new Random(seed);
        for (int i = 0; i < Seed.times(500); i++) {
            List<Credit> wins = new ArrayList<>();
            for (int day = 0; day < random.nextInt(1, 12); day++) {
                wins.add(credit(day, Money.ofMinor(CurrencyUnit.USD, random.nextInt(0, 50_000))));
            }
            Attainment attained = attained(STEEP, wins);
            Collections.shuffle(wins, random);
            assertThat(attained(STEEP, wins)).as("seed %d", seed).isEqualTo(attained);
            assertThat(attained.commission())
                    .as("seed %d", seed)
                    .isEqualTo(STEEP.commission(attained.credited(), THOUSAND));
        }
    }

    @Tag("random")
    @Test
    void when_every_win_is_reversed_nothing_is_left() {
        long seed = Seed.of("wins");
        Random random = new Random(seed);
        for (int i = 0; i < Seed.times(500); i++) {
            List<Credit> credits = new ArrayList<>();
            for (int day = 0; day < random.nextInt(1, 12); day++) {
                Credit win = credit(day, Money.ofMinor(CurrencyUnit.USD, random.nextInt(0, 50_000)));
                credits.add(win);
                credits.add(reversal(day + random.nextInt(1, 20), win));
            }
            Attainment attained = attained(STEEP, credits);
            assertThat(attained.credited()).as("seed %d", seed).isEqualTo(usd("0.00"));
            assertThat(attained.commission()).as("seed %d", seed).isEqualTo(usd("0.00"));
        }
    }

    private static Attainment attained(PlanTerms terms, List<Credit> credits) {
        return Attainment.of(quota(), terms, credits, List.of(), earlier -> {
            throw new AssertionError("every win is of this period");
        });
    }

    private static Credit win(int day, String share) {
        return credit(day, usd(share));
    }

    private static Credit credit(int day, Money share) {
        Win win = new Win(UUID.randomUUID(), BEGIN.plusSeconds(day * 86_400L), share, null);
        return new Credit("deal", win, share, share);
    }

    private static Credit reversal(int day, Credit of) {
        Reversal reversal = new Reversal(
                UUID.randomUUID(),
                BEGIN.plusSeconds(day * 86_400L + 1),
                of.close().win());
        return new Credit("deal", reversal, of.value().negated(), of.share().negated());
    }
}
