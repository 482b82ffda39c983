package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// From opening the negotiation to agreed terms.
public sealed interface NegotiationEvent extends DealEvent {

    record NegotiationOpened() implements NegotiationEvent {}

    /// The terms are agreed.
    record Negotiated(Money value, @Nullable LocalDate expectedClose) implements NegotiationEvent {
        public Negotiated {
            Value.notNegative(Require.present("value", value));
        }
    }

    /// The terms are talked about again; what was agreed and approved for them is void.
    record TermsReopened(String reason) implements NegotiationEvent {
        public TermsReopened {
            Require.text("reason", reason);
        }
    }
}
