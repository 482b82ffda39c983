package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.Distribution;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Policies that impatient people change all the time.
final class GeneratedPolicies {
    private final GeneratedHistory history;
    private final Random random;

    GeneratedPolicies(GeneratedHistory history) {
        this.history = history;
        this.random = history.random;
    }

    /// At most one at any moment.
    void change() {
        List<Dated> policies = history.policies;
        if (!policies.isEmpty() && policies.getLast().since().equals(history.log.clock())) {
            return;
        }
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            rules.put(role, rule());
        }
        RoutingPolicy next = new RoutingPolicy("default", policies.size() + 1, rules, SimulatedService.ROUND_THE_CLOCK);
        policies.add(new Dated(next, history.log.clock()));
    }

    private Rule rule() {
        boolean queue = random.nextInt(4) > 0;
        return new Rule(
                random.nextBoolean() ? Acceptance.PERSON : Acceptance.POLICY,
                1 + random.nextInt(2),
                queue ? WhenNobody.QUEUE : WhenNobody.STEWARD,
                queue ? null : "mia",
                patience(),
                distribution(),
                random.nextBoolean() ? WhenAbsent.DELEGATE : null,
                weights());
    }

    /// Of deals that ask less than usual.
    private @Nullable Map<Demand, Integer> weights() {
        return random.nextBoolean()
                ? null
                : Map.of(Demand.NURTURING, random.nextInt(2), Demand.ONBOARDED, random.nextInt(2));
    }

    private Patience patience() {
        return new Patience(
                480, 2, 3, 1 + random.nextInt(20), null, random.nextBoolean() ? 1 + random.nextInt(5) : null);
    }

    private @Nullable Distribution distribution() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> spread(List.of(Preference.ACCOUNT_OWNER, Preference.LEAST_LOAD), null);
            case 2 -> spread(List.of(Preference.EARLIER_HOLDER, Preference.ROUND_ROBIN), null);
            default -> spread(List.of(Preference.REQUESTED, Preference.ACCOUNT_OWNER), 1 + random.nextInt(9));
        };
    }

    private static Distribution spread(List<Preference> order, @Nullable Integer dailyIntake) {
        return new Distribution(order, Map.of(), Map.of(), dailyIntake, List.of(), false);
    }
}
