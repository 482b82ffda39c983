package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;

/// From opening the negotiation to agreed terms, and back.
public sealed interface NegotiationCommand extends PersonsCommand {

    @PossibleIn(Qualified.class)
    record OpenNegotiation(String deal) implements NegotiationCommand {}

    @PossibleIn(Negotiating.class)
    record AgreeTerms(String deal, Negotiated terms) implements NegotiationCommand {}

    @PossibleIn(Agreed.class)
    record ReviseTerms(String deal, String reason) implements NegotiationCommand {
        public ReviseTerms {
            Require.text("reason", reason);
        }
    }
}
