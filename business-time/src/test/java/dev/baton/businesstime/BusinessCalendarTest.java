package dev.baton.businesstime;

import static dev.baton.businesstime.BusinessCalendar.USUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.testing.Seed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
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
    void an_opening_that_the_clocks_leap_over_is_the_moment_of_the_leap() {
        BusinessCalendar early = everyDay(LocalTime.of(2, 30), LocalTime.of(10, 0));
        assertThat(early.after(at("2026-03-28T23:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-03-29T02:00:00Z"));
    }

    @Test
    void a_leap_day_is_a_day_like_others() {
        assertThat(USUAL.after(at("2028-02-28T09:00:00Z"), Duration.ofHours(24)))
                .isEqualTo(at("2028-03-01T17:00:00Z"));
        assertThat(USUAL.after(at("2026-02-27T16:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-03-02T10:00:00Z"));
    }

    @Test
    void months_of_any_length_end_like_other_days() {
        assertThat(USUAL.after(at("2026-04-30T16:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-05-01T10:00:00Z"));
        assertThat(USUAL.after(at("2026-12-31T16:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2027-01-01T10:00:00Z"));
        assertThat(USUAL.between(at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(22 * 8));
    }

    @Test
    void a_team_that_moves_counts_by_its_new_zone() {
        BusinessCalendar moved = new BusinessCalendar(
                ZoneId.of("America/New_York"), USUAL.days(), USUAL.opens(), USUAL.closes(), Set.of());
        Instant start = at("2026-11-23T10:00:00Z");
        assertThat(USUAL.after(start, Duration.ofHours(1))).isEqualTo(at("2026-11-23T11:00:00Z"));
        assertThat(moved.after(start, Duration.ofHours(1))).isEqualTo(at("2026-11-23T15:00:00Z"));
    }

    @Test
    void a_day_that_a_zone_leaves_out_is_worked_by_nobody() {
        // Samoa crossed the date line: it had no 30 December 2011.
        BusinessCalendar samoa =
                new BusinessCalendar(ZoneId.of("Pacific/Apia"), USUAL.days(), USUAL.opens(), USUAL.closes(), Set.of());
        Instant thursdayNine = at("2011-12-29T19:00:00Z");
        assertThat(samoa.after(thursdayNine, Duration.ofHours(16))).isEqualTo(at("2012-01-02T03:00:00Z"));
    }

    @Test
    void a_team_whose_every_day_is_a_holiday_has_no_deadline() {
        LocalDate first = LocalDate.parse("2026-11-23");
        BusinessCalendar closed = new BusinessCalendar(
                BERLIN,
                USUAL.days(),
                USUAL.opens(),
                USUAL.closes(),
                first.datesUntil(first.plusYears(2)).collect(Collectors.toSet()));
        assertThatThrownBy(() -> closed.after(at("2026-11-23T10:00:00Z"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void working_time_that_is_negative_is_refused() {
        assertThatThrownBy(() -> USUAL.after(at("2026-11-23T10:00:00Z"), Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("random")
    @Test
    void counting_is_the_inverse_of_adding() {
        anyTeam((team, start, one, other, told) ->
                assertThat(team.between(start, team.after(start, one))).as(told).isEqualTo(one));
    }

    @Tag("random")
    @Test
    void what_is_added_in_two_steps_is_added_in_one() {
        anyTeam((team, start, one, other, told) -> assertThat(team.after(team.after(start, one), other))
                .as(told)
                .isEqualTo(team.after(start, one.plus(other))));
    }

    @Tag("random")
    @Test
    void more_working_time_ends_later_and_a_later_start_never_sooner() {
        anyTeam((team, start, one, other, told) -> {
            assertThat(team.after(start, one.plus(other)))
                    .as(told)
                    .isAfterOrEqualTo(team.after(start, one))
                    .satisfies(end -> assertThat(end.equals(team.after(start, one)))
                            .as(told)
                            .isEqualTo(other.isZero()));
            assertThat(team.after(start.plus(other), one)).as(told).isAfterOrEqualTo(team.after(start, one));
        });
    }

    @Tag("random")
    @Test
    void the_time_between_is_the_sum_of_its_parts() {
        anyTeam((team, start, one, other, told) -> {
            Instant middle = start.plus(one);
            Instant end = middle.plus(other);
            assertThat(team.between(start, middle).plus(team.between(middle, end)))
                    .as(told)
                    .isEqualTo(team.between(start, end));
        });
    }

    @Tag("random")
    @Test
    void a_clock_that_stood_still_has_as_much_left_as_before() {
        anyTeam((team, start, one, other, told) -> {
            Instant due = team.after(start, one);
            Instant resumed = start.plus(other);
            assertThat(team.between(resumed, team.postponed(due, start, resumed)))
                    .as(told)
                    .isEqualTo(one);
        });
    }

    @Test
    void what_was_over_before_the_clock_stopped_stays_over() {
        Instant due = at("2026-11-23T11:00:00Z");
        assertThat(USUAL.postponed(due, due, at("2026-12-01T09:00:00Z"))).isEqualTo(due);
    }

    private static void anyTeam(Property property) {
        long seed = Seed.of("teams");
        Random random = new Random(seed);
        for (int i = 0; i < Seed.times(2_000); i++) {
            BusinessCalendar team = anyTeam(random);
            Instant start = at("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 365 * 24 * 3600));
            Duration one = Duration.ofMinutes(random.nextInt(6_000));
            Duration other = Duration.ofMinutes(random.nextInt(6_000));
            String told = "-Dbaton.seed=%d: %s, from %s, %s and %s".formatted(seed, team, start, one, other);
            property.hold(team, start, one, other, told);
        }
    }

    /// Shifts that the clocks change in, half hours, southern summers and holidays among them.
    private static BusinessCalendar anyTeam(Random random) {
        ZoneId zone = List.of(BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"), ZoneOffset.UTC)
                .get(random.nextInt(4));
        int opens = random.nextInt(22 * 60);
        int closes = opens + 1 + random.nextInt(24 * 60 - opens - 1);
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        Set<LocalDate> holidays = random.ints(20, 0, 5 * 365)
                .mapToObj(LocalDate.parse("2026-01-01")::plusDays)
                .collect(Collectors.toSet());
        return new BusinessCalendar(
                zone, days, LocalTime.ofSecondOfDay(opens * 60L), LocalTime.ofSecondOfDay(closes * 60L), holidays);
    }

    @FunctionalInterface
    private interface Property {
        void hold(BusinessCalendar team, Instant start, Duration one, Duration other, String told);
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
