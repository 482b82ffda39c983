package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
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
        named("shares", shares);
        named("caps", caps);
        if (rampUp != null && rampUp.stream().map(RampUp::days).distinct().count() != rampUp.size()) {
            throw new InvalidValue("rampUp", "must say of each number of days once what newcomers carry");
        }
        Distribution usual = Distribution.USUAL;
        return new Distribution(
                order == null ? usual.order() : order,
                shares == null ? usual.shares() : shares,
                caps == null ? usual.caps() : caps,
                dailyIntake,
                rampUp == null ? usual.rampUp() : rampUp,
                onDuty == null ? usual.onDuty() : onDuty);
    }

    private static void named(String field, @Nullable Map<String, Integer> people) {
        if (people != null && people.keySet().stream().anyMatch(String::isBlank)) {
            throw new InvalidValue(field, "must name people by their ids, one was blank");
        }
    }
}
