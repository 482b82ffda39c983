package dev.baton.deal.rates;

import java.time.Instant;

/// A version of the table of rates as it is kept and shown.
public record RateTableVersion(int version, RateTable table, String createdBy, Instant createdAt) {}
