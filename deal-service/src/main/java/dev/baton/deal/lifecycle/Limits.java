package dev.baton.deal.lifecycle;

import dev.baton.contract.InvalidValue;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// How long a deal may rest, and where its days begin.
///
/// @param holdDays a deal on hold is reviewed within so many days
/// @param nurtureDays a recycled lead is taken up again within so many days
/// @param zone in which a day begins
public record Limits(int holdDays, int nurtureDays, ZoneId zone) {
    /// A quarter, and a year.
    public static final Limits USUAL = new Limits(92, 366, ZoneOffset.UTC);

    public Limits {
        positive("limits.holdDays", holdDays);
        positive("limits.nurtureDays", nurtureDays);
    }

    private static void positive(String field, int days) {
        if (days < 1) {
            throw new InvalidValue(field, "must be 1 or more, was " + days);
        }
    }
}
