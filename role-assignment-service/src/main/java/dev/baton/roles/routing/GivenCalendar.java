package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import java.time.DayOfWeek;
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
    BusinessCalendar complete() {
        BusinessCalendar usual = BusinessCalendar.USUAL;
        return new BusinessCalendar(
                zone == null ? usual.zone() : zone,
                days == null ? usual.days() : days,
                opens == null ? usual.opens() : opens,
                closes == null ? usual.closes() : closes,
                holidays == null ? usual.holidays() : holidays);
    }
}
