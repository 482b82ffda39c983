package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.deal.lifecycle.PersonsCommand.AgreeTerms;
import dev.baton.deal.lifecycle.PersonsCommand.CloseDeal;
import dev.baton.deal.lifecycle.PersonsCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.PersonsCommand.FindLead;
import dev.baton.deal.lifecycle.PersonsCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.PersonsCommand.QualifyLead;
import java.util.List;

/// What people may do, state by state.
final class PersonDecisions {

    private PersonDecisions() {}

    static List<DealEvent> decide(DealState state, PersonsCommand command, DealContext context) {
        return switch (state) {
            case Unknown unknown -> unknown(unknown, command, context);
            case Prospecting prospecting -> prospecting(prospecting, command, context);
            case Qualified qualified -> qualified(qualified, command, context);
            case Negotiating negotiating -> negotiating(negotiating, command, context);
            case Agreed agreed -> agreed(agreed, command, context);
            case DealState.Ended ended -> throw Refusals.notNow(ended, command);
        };
    }

    private static List<DealEvent> unknown(Unknown state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case FindLead find -> find(find, context);
            case QualifyLead _, DisqualifyLead _, OpenNegotiation _, AgreeTerms _, CloseDeal _ ->
                throw Refusals.unknownDeal(command.deal());
        };
    }

    private static List<DealEvent> prospecting(Prospecting state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case QualifyLead qualify -> qualify(state, qualify, context);
            case DisqualifyLead disqualify -> disqualify(state, disqualify, context);
            case CloseDeal close -> close(state, close, context);
            case FindLead _, OpenNegotiation _, AgreeTerms _ -> throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> qualified(Qualified state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case OpenNegotiation open -> openNegotiation(state, open, context);
            case CloseDeal close -> close(state, close, context);
            case FindLead _, QualifyLead _, DisqualifyLead _, AgreeTerms _ -> throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> negotiating(Negotiating state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case AgreeTerms agree -> agreeTerms(state, agree, context);
            case CloseDeal close -> close(state, close, context);
            case FindLead _, QualifyLead _, DisqualifyLead _, OpenNegotiation _ ->
                throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> agreed(Agreed state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case CloseDeal close -> close(state, close, context);
            case FindLead _, QualifyLead _, DisqualifyLead _, OpenNegotiation _, AgreeTerms _ ->
                throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> find(FindLead command, DealContext context) {
        Actor actor = context.actor();
        if (actor.member() != null && !actor.has(SALES_REPRESENTATIVE)) {
            throw Refusals.roleRequired(command, SALES_REPRESENTATIVE);
        }
        return LeadDecisions.found(command.lead(), context);
    }

    private static List<DealEvent> qualify(Prospecting state, QualifyLead command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, SALES_REPRESENTATIVE);
        Guards.criteriaAnswered(command.finding(), context.rules());
        return List.of(command.finding());
    }

    private static List<DealEvent> disqualify(Prospecting state, DisqualifyLead command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, SALES_REPRESENTATIVE);
        return List.of(new LeadDisqualified(command.reason()));
    }

    private static List<DealEvent> openNegotiation(Qualified state, OpenNegotiation command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, ACCOUNT_EXECUTIVE);
        return List.of(new NegotiationOpened());
    }

    private static List<DealEvent> agreeTerms(Negotiating state, AgreeTerms command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, ACCOUNT_EXECUTIVE);
        return List.of(command.terms());
    }

    private static List<DealEvent> close(DealState.Open state, CloseDeal command, DealContext context) {
        Dossier deal = state.dossier();
        Outcome outcome = command.close().outcome();
        switch (outcome) {
            case WON -> Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
            case LOST -> holderOrManager(deal, command, context);
        }
        Guards.nothingSkipped(deal, Milestone.CLOSED, outcome, context.rules());
        Guards.worthSomething(deal, command.close());
        return List.of(command.close());
    }

    private static void holderOrManager(Dossier deal, CloseDeal command, DealContext context) {
        if (!context.actor().has(SALES_MANAGER)) {
            Guards.heldBy(deal, command, context);
        }
    }
}
