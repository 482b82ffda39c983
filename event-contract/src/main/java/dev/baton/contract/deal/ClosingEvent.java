package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// How a deal ends its way through sales.
public sealed interface ClosingEvent extends DealEvent {

    /// @param value the agreed value; a WON without one keeps the last known
    /// @param reason required when LOST; [#NOT_RECORDED] says that nobody wrote it down
    record Closed(
            Outcome outcome,
            @Nullable Money value,
            @Nullable String reason,
            @Nullable String competitor) implements ClosingEvent {
        public static final String NOT_RECORDED = "NOT_RECORDED";

        public Closed {
            Require.present("outcome", outcome);
            Value.notNegative(value);
            Require.optionalText("reason", reason);
            Require.optionalText("competitor", competitor);
            if (outcome == Outcome.LOST && reason == null) {
                throw new InvalidValue("reason", "is required when the outcome is LOST (" + NOT_RECORDED + " is one)");
            }
        }
    }

    enum Outcome {
        WON,
        LOST
    }
}
