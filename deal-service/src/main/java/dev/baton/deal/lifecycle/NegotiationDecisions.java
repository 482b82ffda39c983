package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import java.util.List;

/// From opening the negotiation to agreed terms, and back: the account executive's own.
final class NegotiationDecisions {
    private NegotiationDecisions() {}

    static List<DealEvent> decide(DealState.Known state, NegotiationCommand command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, ACCOUNT_EXECUTIVE);
        return switch (command) {
            case OpenNegotiation _ -> open(state.dossier(), context);
            case AgreeTerms agree -> agreeTerms(state.dossier(), agree, context);
            case ReviseTerms revise -> List.of(new TermsReopened(revise.reason()));
        };
    }

    private static List<DealEvent> open(Dossier deal, DealContext context) {
        TermsGuards.mayLeave(Stage.QUALIFIED, deal, context.rules());
        return List.of(new NegotiationOpened());
    }

    private static List<DealEvent> agreeTerms(Dossier deal, AgreeTerms command, DealContext context) {
        TermsGuards.agreeable(deal, context);
        TermsGuards.worthTheOffer(deal, command.value(), context.rules());
        return List.of(TermsGuards.valued(deal, command));
    }
}
