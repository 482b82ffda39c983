package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.deal.lifecycle.ProspectingCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import java.util.List;

/// Whether a lead is worth it.
final class ProspectingDecisions {
    private ProspectingDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ProspectingCommand command, DealContext context) {
        Dossier deal = state.dossier();
        return switch (command) {
            case FindLead _ -> throw Refusals.notNow(state, command);
            case QualifyLead qualify -> qualify(deal, qualify, context);
            case DisqualifyLead disqualify -> disqualify(deal, disqualify, context);
            case RecycleLead recycle -> recycle(deal, recycle, context);
            case ReturnLead returning -> giveBack(deal, returning, context);
        };
    }

    private static List<DealEvent> qualify(Dossier deal, QualifyLead command, DealContext context) {
        Guards.heldBy(deal, command, context, SALES_REPRESENTATIVE);
        Guards.criteriaAnswered(deal, command.finding(), context.rules());
        return List.of(command.finding());
    }

    private static List<DealEvent> disqualify(Dossier deal, DisqualifyLead command, DealContext context) {
        Guards.heldBy(deal, command, context, SALES_REPRESENTATIVE);
        return List.of(new LeadDisqualified(command.reason()));
    }

    private static List<DealEvent> recycle(Dossier deal, RecycleLead command, DealContext context) {
        Guards.heldBy(deal, command, context, SALES_REPRESENTATIVE);
        Guards.returnsInTime(deal, command.returnDate(), context);
        return List.of(new LeadRecycled(command.returnDate(), command.reason()));
    }

    /// Instead of accepting it: whoever has accepted it holds it already. Of an offer that was declined
    /// the deal may hear twice, and the lead may have been qualified anew in between.
    private static List<DealEvent> giveBack(Dossier deal, ReturnLead command, DealContext context) {
        String executive = Guards.member(command, context, ACCOUNT_EXECUTIVE);
        if (deal.holder().role() == ACCOUNT_EXECUTIVE) {
            throw Refusals.alreadyAccepted(deal);
        }
        return deal.course().knowsDeclined(command.offer())
                ? List.of()
                : List.of(new LeadReturned(command.reason(), executive, command.offer()));
    }
}
