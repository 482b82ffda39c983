package dev.baton.deal.lifecycle;

/// The working time of teams, as it is now.
public interface Calendars {

    /// The newest version; [TeamCalendar#usual] for a team that has none.
    TeamCalendar of(String team);
}
