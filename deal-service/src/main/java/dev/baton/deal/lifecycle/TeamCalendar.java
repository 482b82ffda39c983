package dev.baton.deal.lifecycle;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// A version of a team's working time.
public record TeamCalendar(CalendarVersion version, BusinessCalendar working) {

    /// Of a team that has no calendar of its own.
    public static TeamCalendar usual(String team) {
        return new TeamCalendar(new CalendarVersion(team, 0), BusinessCalendar.USUAL);
    }

    /// When so much working time is over, counted from now.
    Instant due(Instant now, int workingMinutes) {
        return working.after(now, Duration.ofMinutes(workingMinutes));
    }

    /// The team's own day.
    LocalDate today(Instant now) {
        return now.atZone(working.zone()).toLocalDate();
    }
}
