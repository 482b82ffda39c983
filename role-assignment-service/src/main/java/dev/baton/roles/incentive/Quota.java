package dev.baton.roles.incentive;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What a person is to win in a period, and the version of the plan by which it is paid. A quota is
/// never changed, only followed by its next version: a plan's next version changes nothing until a
/// quota names it.
///
/// @param setBy a manager's member id, or a client's
public record Quota(
        String member,
        String period,
        int version,
        Money amount,
        String plan,
        int planVersion,
        @Nullable String reason,
        Instant setAt,
        String setBy) {

    boolean saysTheSameAs(Money otherAmount, String otherPlan, int otherVersion) {
        return amount.equals(otherAmount) && plan.equals(otherPlan) && planVersion == otherVersion;
    }
}
