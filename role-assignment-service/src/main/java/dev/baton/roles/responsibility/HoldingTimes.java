package dev.baton.roles.responsibility;

import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the holdings of a deal begin and end, in the time of what happened: none before the one
/// that it follows, however late the news is, and whichever clock is behind.
///
/// @param latest when the present holding began, or the last one ended; absent before the first
public record HoldingTimes(@Nullable Instant latest) {
    public static final HoldingTimes NONE = new HoldingTimes(null);

    /// When what is said to happen then takes effect.
    public Instant effective(ResponsibilityEvent event, Instant said) {
        return event instanceof AccountabilityFact && latest != null && said.isBefore(latest) ? latest : said;
    }

    /// After what took effect then.
    public HoldingTimes after(ResponsibilityEvent event, Instant effective) {
        return event instanceof AccountabilityFact ? new HoldingTimes(effective) : this;
    }
}
