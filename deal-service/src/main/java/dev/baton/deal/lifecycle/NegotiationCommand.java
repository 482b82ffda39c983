package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// From opening the negotiation to agreed terms, and back.
public sealed interface NegotiationCommand extends PersonsCommand {

    @PossibleIn(Qualified.class)
    record OpenNegotiation(String deal) implements NegotiationCommand {}

    /// @param value the price of the standing offer when absent
    @PossibleIn(Negotiating.class)
    record AgreeTerms(
            String deal, @Nullable Money value, @Nullable LocalDate expectedClose) implements NegotiationCommand {}

    @PossibleIn(Agreed.class)
    record ReviseTerms(String deal, String reason) implements NegotiationCommand {
        public ReviseTerms {
            Require.text("reason", reason);
        }
    }
}
