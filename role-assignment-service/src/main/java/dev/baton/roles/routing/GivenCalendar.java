package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A working time as clients write it; what is left out is as in [BusinessCalendar#USUAL].
public record GivenCalendar(
        @Nullable ZoneId zone,
        @Nullable Set<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable Set<LocalDate> holidays) {
    /// What is due after some minutes is due within days that can be counted.
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    BusinessCalendar complete() {
        BusinessCalendar usual = BusinessCalendar.USUAL;
        BusinessCalendar given = new BusinessCalendar(
                zone == null ? usual.zone() : zone,
                days == null ? usual.days() : days,
                opens == null ? usual.opens() : opens,
                closes == null ? usual.closes() : closes,
                holidays == null ? usual.holidays() : holidays);
        if (Duration.between(given.opens(), given.closes()).compareTo(SHORTEST) < 0) {
            throw new InvalidValue("closes", "must be a minute after " + given.opens() + " at least");
        }
        return given;
    }
}
