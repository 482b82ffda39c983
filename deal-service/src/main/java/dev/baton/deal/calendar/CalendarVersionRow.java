package dev.baton.deal.calendar;

import java.time.Instant;

/// A version of a team's calendar as it is kept and shown.
public record CalendarVersionRow(
        String team, int version, CalendarDefinition definition, String createdBy, Instant createdAt) {}
