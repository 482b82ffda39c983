package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The rule for what a deal is worth.
final class Value {
    private Value() {}

    static void notNegative(@Nullable Money value) {
        if (value != null && value.isNegative()) {
            throw new InvalidValue("value.amount", "must not be negative, was " + value.getAmount());
        }
    }
}
