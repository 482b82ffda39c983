package dev.baton.roles.businesstime;

import static dev.baton.roles.businesstime.BusinessCalendar.USUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void hours_within_a_working_day_are_hours() {
        assertThat(USUAL.after(at("2026-11-23T10:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-11-23T12:00:00Z"));
    }

    @Test
    void what_is_left_at_closing_goes_on_at_the_next_opening() {
        assertThat(USUAL.after(at("2026-11-23T16:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-11-24T10:00:00Z"));
    }

    @Test
    void a_weekend_does_not_count() {
        assertThat(USUAL.after(at("2026-11-27T16:30:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-11-30T09:30:00Z"));
    }

    @Test
    void what_begins_at_night_begins_at_the_opening() {
        assertThat(USUAL.after(at("2026-11-23T03:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-11-23T10:00:00Z"));
        assertThat(USUAL.after(at("2026-11-23T22:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-11-24T10:00:00Z"));
    }

    @Test
    void a_whole_day_ends_at_closing_and_not_at_the_next_opening() {
        assertThat(USUAL.after(at("2026-11-23T09:00:00Z"), Duration.ofHours(8))).isEqualTo(at("2026-11-23T17:00:00Z"));
    }

    @Test
    void a_holiday_does_not_count() {
        BusinessCalendar christmas = new BusinessCalendar(
                USUAL.zone(),
                USUAL.days(),
                USUAL.opens(),
                USUAL.closes(),
                Set.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-25")));
        assertThat(christmas.after(at("2026-12-23T16:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(at("2026-12-28T10:00:00Z"));
    }

    @Test
    void opening_follows_the_clocks_of_the_zone_through_the_change_to_winter_time() {
        BusinessCalendar berlin = weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(berlin.after(at("2026-10-23T14:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(at("2026-10-26T09:00:00Z"));
        assertThat(berlin.after(at("2026-10-22T14:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(at("2026-10-23T08:00:00Z"));
    }

    @Test
    void a_shift_in_which_the_clocks_change_has_its_real_length() {
        BusinessCalendar nights = everyDay(LocalTime.of(1, 0), LocalTime.of(5, 0));
        assertThat(nights.between(at("2026-10-24T22:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(nights.between(at("2026-03-28T22:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(nights.after(at("2026-03-29T00:00:00Z"), Duration.ofHours(3)))
                .isEqualTo(at("2026-03-29T03:00:00Z"));
    }

    @Test
    void an_opening_that_the_clocks_leap_over_is_the_moment_after() {
        BusinessCalendar early = everyDay(LocalTime.of(2, 30), LocalTime.of(10, 0));
        assertThat(early.after(at("2026-03-28T23:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-03-29T02:30:00Z"));
    }

    @Test
    void the_time_between_is_what_was_counted() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        BusinessCalendar berlin = weekdays(LocalTime.of(8, 15), LocalTime.of(16, 45));
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
            Duration working = Duration.ofMinutes(1 + random.nextInt(6_000));
            assertThat(berlin.between(start, berlin.after(start, working)))
                    .as("seed %d: %s + %s", seed, start, working)
                    .isEqualTo(working);
        }
    }

    @Test
    void time_does_not_run_backwards() {
        assertThat(USUAL.between(at("2026-11-24T10:00:00Z"), at("2026-11-23T10:00:00Z")))
                .isZero();
    }

    @Test
    void a_team_that_never_works_is_refused() {
        assertThatThrownBy(() -> new BusinessCalendar(BERLIN, Set.of(), LocalTime.NOON, LocalTime.MAX, Set.of()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(
                        () -> new BusinessCalendar(BERLIN, USUAL.days(), LocalTime.NOON, LocalTime.of(9, 0), Set.of()))
                .isInstanceOf(InvalidValue.class);
    }

    private static BusinessCalendar weekdays(LocalTime opens, LocalTime closes) {
        return new BusinessCalendar(BERLIN, USUAL.days(), opens, closes, Set.of());
    }

    private static BusinessCalendar everyDay(LocalTime opens, LocalTime closes) {
        return new BusinessCalendar(BERLIN, EnumSet.allOf(DayOfWeek.class), opens, closes, Set.of());
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
