package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as clients write it. What is left out is as usual: acceptance POLICY, weight 1, QUEUE when nobody is
/// eligible, [Patience#USUAL], [Distribution#USUAL], that the credit goes with the deal of who is away for long, and
/// that a deal which asks less than usual weighs nothing.
public record GivenRule(
        @Nullable Acceptance acceptance,
        @Nullable Integer weight,
        @Nullable WhenNobody whenNobody,
        @Nullable String steward,
        @Nullable GivenPatience patience,
        @Nullable GivenDistribution distribution,
        @Nullable WhenAbsent whenAbsent,
        @Nullable Map<Demand, Integer> weights) {
    /// More than anybody can carry; the load of somebody who stands in for many stays a number.
    private static final int HEAVIEST = 10_000;

    public Rule complete() {
        atMost("weight", weight);
        if (weights != null) {
            weights.forEach((demand, taken) -> atMost("weights." + demand, taken));
        }
        Require.optionalText("steward", steward);
        return new Rule(
                acceptance == null ? Rule.USUAL.acceptance() : acceptance,
                weight == null ? Rule.USUAL.weight() : weight,
                whenNobody == null ? Rule.USUAL.whenNobody() : whenNobody,
                steward,
                patience == null ? null : GivenPolicy.within("patience", patience::complete),
                distribution == null ? null : GivenPolicy.within("distribution", distribution::complete),
                whenAbsent,
                weights);
    }

    private static void atMost(String field, @Nullable Integer weight) {
        if (weight != null && weight > HEAVIEST) {
            throw new InvalidValue(field, "must be at most " + HEAVIEST + ", was " + weight);
        }
    }
}
