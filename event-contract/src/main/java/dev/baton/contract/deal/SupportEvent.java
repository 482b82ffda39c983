package dev.baton.contract.deal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// The hand-over to support and what follows it.
public sealed interface SupportEvent extends DealEvent {

    /// An outside system asked for the hand-over; it waits until support has taken responsibility.
    record HandoverRequested(
            @JsonProperty("package") @Nullable HandoverPackage handoverPackage) implements SupportEvent {}

    /// Support has taken responsibility; the deal is in its hands.
    ///
    /// @param member the support representative who holds the deal now
    record HandedToSupport(
            String member,
            @JsonProperty("package") @Nullable HandoverPackage handoverPackage) implements SupportEvent {
        public HandedToSupport {
            Require.text("member", member);
        }
    }
}
