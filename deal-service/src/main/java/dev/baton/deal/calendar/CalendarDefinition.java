package dev.baton.deal.calendar;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A team's working time as it is written in JSON.
///
/// @param zone an IANA name such as `Europe/Berlin`
/// @param days on which the team works
/// @param opens local time, before `closes`
/// @param holidays on which it does not work
public record CalendarDefinition(
        String zone,
        Set<DayOfWeek> days,
        LocalTime opens,
        LocalTime closes,
        @Nullable Set<LocalDate> holidays) {

    /// Refuses what [BusinessCalendar] refuses.
    public CalendarDefinition {
        Require.text("zone", zone);
        var _ = new BusinessCalendar(zoneOf(zone), days, opens, closes, holidays == null ? Set.of() : holidays);
    }

    BusinessCalendar working() {
        return new BusinessCalendar(zoneOf(zone), days, opens, closes, holidays == null ? Set.of() : holidays);
    }

    /// @throws InvalidValue when nobody works within a year from then: no deadline could be counted
    void requireWorkAfter(Instant now) {
        try {
            var _ = working().after(now, Duration.ofMinutes(1));
        } catch (IllegalStateException closed) {
            throw new InvalidValue("holidays", "leave no working day within a year");
        }
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValue("zone", "is no time zone such as Europe/Berlin, was '" + name + "'");
        }
    }
}
