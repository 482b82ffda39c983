package dev.baton.projections.cycletime;

import java.math.BigDecimal;

/// How long deals took: median and p90 by nearest rank, in calendar days (UTC).
///
/// @param start where the clock starts: LEAD_FOUND or LEAD_QUALIFIED
/// @param outcome WON: won deals alone; ALL: won and lost
public record CycleTime(String start, String outcome, long deals, int medianDays, int p90Days, BigDecimal meanDays) {}
