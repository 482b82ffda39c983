package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ExchangeRate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What somebody tells about a close; the rate, which Baton adds to it, cannot be told.
///
/// @param value the agreed value; a WON without one keeps the last known
/// @param reason required when LOST
public record Close(
        Outcome outcome,
        @Nullable Money value,
        @Nullable String reason,
        @Nullable String competitor) {

    /// The fact's own checks are the checks of what is told.
    public Close {
        var _ = new Closed(outcome, value, reason, competitor, null);
    }

    Closed at(@Nullable ExchangeRate rate) {
        return new Closed(outcome, value, reason, competitor, rate);
    }
}
