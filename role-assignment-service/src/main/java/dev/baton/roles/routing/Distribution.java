package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How deals are spread over those who can take them.
///
/// @param order by what one is preferred to another, the first that tells them apart
/// @param shares how much somebody is to carry compared with the others, in percent; 100 for who is not named
/// @param caps how much somebody carries at most, whatever their capacity; by member
/// @param dailyIntake how many deals anybody takes on one day of the team's calendar; absent for any number
/// @param rampUp what newcomers carry of their capacity
/// @param onDuty only who is at work at that moment is asked
public record Distribution(
        List<Preference> order,
        Map<String, Integer> shares,
        Map<String, Integer> caps,
        @Nullable Integer dailyIntake,
        List<RampUp> rampUp,
        boolean onDuty) {
    public static final Distribution USUAL = new Distribution(
            List.of(Preference.REQUESTED, Preference.EARLIER_HOLDER, Preference.LEAST_LOAD),
            Map.of(),
            Map.of(),
            null,
            List.of(),
            false);

    private static final int WHOLE = 100;

    public Distribution {
        order = List.copyOf(Require.present("order", order));
        if (order.stream().distinct().count() != order.size()) {
            throw new InvalidValue("order", "must name each preference once");
        }
        shares = sorted("shares", shares);
        shares.forEach((member, share) -> atLeast("shares." + member, share, 1));
        caps = sorted("caps", caps);
        caps.forEach((member, cap) -> atLeast("caps." + member, cap, 0));
        if (dailyIntake != null) {
            atLeast("dailyIntake", dailyIntake, 0);
        }
        rampUp = List.copyOf(Require.present("rampUp", rampUp)).stream()
                .sorted(Comparator.comparingInt(RampUp::days))
                .toList();
    }

    /// Whether an answer may differ for no other reason than that time has passed.
    public boolean dependsOnTime() {
        return onDuty || dailyIntake != null || !rampUp.isEmpty();
    }

    public boolean prefers(Preference by) {
        return order.contains(by);
    }

    int share(String member) {
        return shares.getOrDefault(member, WHOLE);
    }

    /// What the person can carry at that moment: all of it, less what newcomers are spared, and no more than their cap.
    int capacity(Colleague person, Instant at) {
        int whole = (int) ((long) person.capacity() * newcomer(person.started(), at) / WHOLE);
        return Math.min(whole, caps.getOrDefault(person.member(), whole));
    }

    private int newcomer(@Nullable Instant started, Instant at) {
        if (started == null) {
            return WHOLE;
        }
        long days = Math.max(0, Duration.between(started, at).toDays());
        return rampUp.stream()
                .filter(step -> days < step.days())
                .findFirst()
                .map(RampUp::percent)
                .orElse(WHOLE);
    }

    private static Map<String, Integer> sorted(String field, Map<String, Integer> given) {
        return Collections.unmodifiableMap(new TreeMap<>(Require.present(field, given)));
    }

    private static void atLeast(String field, int value, int least) {
        if (value < least) {
            throw new InvalidValue(field, "must be at least " + least + ", was " + value);
        }
    }

    /// @param days since they began; from then on the next step counts, after the last one all of the capacity
    /// @param percent of their capacity
    public record RampUp(int days, int percent) {
        public RampUp {
            atLeast("days", days, 1);
            if (percent < 0 || percent > WHOLE) {
                throw new InvalidValue("percent", "must be from 0 to 100, was " + percent);
            }
        }
    }
}
