package dev.baton.deal.pipeline;

import dev.baton.contract.InvalidValue;
import dev.baton.deal.lifecycle.Limits;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How long a deal may rest, as it is written in JSON; what is absent is as usual.
///
/// @param holdDays a deal on hold is reviewed within so many days
/// @param nurtureDays a recycled lead is taken up again within so many days
/// @param zone in which a day begins, for instance `Europe/Berlin`
public record RestingDefinition(
        @Nullable Integer holdDays,
        @Nullable Integer nurtureDays,
        @Nullable String zone) {

    public RestingDefinition {
        limits(holdDays, nurtureDays, zone);
    }

    Limits limits() {
        return limits(holdDays, nurtureDays, zone);
    }

    private static Limits limits(@Nullable Integer holdDays, @Nullable Integer nurtureDays, @Nullable String zone) {
        return new Limits(
                holdDays == null ? Limits.USUAL.holdDays() : holdDays,
                nurtureDays == null ? Limits.USUAL.nurtureDays() : nurtureDays,
                zone == null ? Limits.USUAL.zone() : zoneOf(zone));
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValue("limits.zone", "is no time zone: '" + name + "'");
        }
    }
}
