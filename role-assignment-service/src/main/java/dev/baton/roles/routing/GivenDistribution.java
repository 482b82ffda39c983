package dev.baton.roles.routing;

import dev.baton.roles.routing.Distribution.RampUp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A distribution as clients write it; what is left out is as in [Distribution#USUAL].
public record GivenDistribution(
        @Nullable List<Preference> order,
        @Nullable Map<String, Integer> shares,
        @Nullable Map<String, Integer> caps,
        @Nullable Integer dailyIntake,
        @Nullable List<RampUp> rampUp,
        @Nullable Boolean onDuty) {
    Distribution complete() {
        Distribution usual = Distribution.USUAL;
        return new Distribution(
                order == null ? usual.order() : order,
                shares == null ? usual.shares() : shares,
                caps == null ? usual.caps() : caps,
                dailyIntake,
                rampUp == null ? usual.rampUp() : rampUp,
                onDuty == null ? usual.onDuty() : onDuty);
    }
}
