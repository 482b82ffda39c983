package dev.baton.deal.calendar;

import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.deal.lifecycle.Calendars;
import dev.baton.deal.lifecycle.TeamCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calendars in memory. Which is the newest is asked again every second, since another instance may have added one.
public final class CalendarCatalogue implements Calendars {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final CalendarRows rows;
    private final Clock clock;
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    public CalendarCatalogue(CalendarRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public TeamCalendar of(String team) {
        Instant now = clock.instant();
        Newest known = newest.get(team);
        if (known != null && now.isBefore(known.askedAt().plus(FRESH))) {
            return known.calendar();
        }
        TeamCalendar found = rows.newest(team)
                .map(row -> new TeamCalendar(
                        new CalendarVersion(team, row.version()),
                        row.definition().working()))
                .orElseGet(() -> TeamCalendar.usual(team));
        newest.put(team, new Newest(found, now));
        return found;
    }

    /// This instance has added a version: it counts from now on.
    void forget(String team) {
        newest.remove(team);
    }

    private record Newest(TeamCalendar calendar, Instant askedAt) {}
}
