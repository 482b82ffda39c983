package dev.baton.deal.businesstime;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// When a team works. Time passes for it between opening and closing only, and passes as clocks really run: a working
/// day on which the clocks change is an hour shorter or longer if the change falls into it.
///
/// @param zone the team's own, for instance `Europe/Berlin`
/// @param days on which it works; at least one
/// @param opens before `closes`, on the same day
/// @param holidays on which it does not, whatever the day
public record BusinessCalendar(
        ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {
    /// Monday to Friday, nine to five, UTC.
    public static final BusinessCalendar USUAL = new BusinessCalendar(
            ZoneOffset.UTC,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of());

    /// Nobody plans further; a calendar that is closed for longer has a mistake in its holidays.
    private static final int LONGEST_CLOSURE_DAYS = 366;

    public BusinessCalendar {
        Require.present("zone", zone);
        Require.present("opens", opens);
        Require.present("closes", closes);
        if (Require.present("days", days).isEmpty()) {
            throw new InvalidValue("days", "must name a working day");
        }
        if (!opens.isBefore(closes)) {
            throw new InvalidValue("closes", "must be after " + opens);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        holidays = Collections.unmodifiableSet(new TreeSet<>(Require.present("holidays", holidays)));
    }

    /// The moment at which so much working time has passed since the start; a start outside working hours counts from
    /// the next opening.
    ///
    /// @throws IllegalStateException when the calendar is closed for more than a year
    public Instant after(Instant start, Duration working) {
        Duration left = working;
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int closed = 0; closed <= LONGEST_CLOSURE_DAYS; day = day.plusDays(1)) {
            Duration here = workedOn(day, start, Instant.MAX);
            if (!here.isZero() && left.compareTo(here) <= 0) {
                return later(start, opening(day)).plus(left);
            }
            left = left.minus(here);
            closed = here.isZero() ? closed + 1 : 0;
        }
        throw new IllegalStateException("no working day within a year of " + day);
    }

    /// The working time between two moments; zero when the second is not later.
    public Duration between(Instant start, Instant end) {
        Duration worked = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            worked = worked.plus(workedOn(day, start, end));
        }
        return worked;
    }

    private Duration workedOn(LocalDate day, Instant start, Instant end) {
        if (!days.contains(day.getDayOfWeek()) || holidays.contains(day)) {
            return Duration.ZERO;
        }
        Instant from = later(start, opening(day));
        Instant to = closing(day).isBefore(end) ? closing(day) : end;
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
