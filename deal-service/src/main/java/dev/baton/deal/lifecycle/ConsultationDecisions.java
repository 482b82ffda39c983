package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.ADVICE;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.QUESTION;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ConsultationEvent.AdviceGiven;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.ConsultationCommand.AnswerQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.AskQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.GiveAdvice;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import dev.baton.deal.terms.Request;
import java.util.List;

/// Advice is asked for by the holder and given by specialists; a question goes from one person to another.
final class ConsultationDecisions {

    private ConsultationDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ConsultationCommand command, DealContext context) {
        Dossier deal = state.dossier();
        return switch (command) {
            case RequestAdvice request -> request(deal, request, context);
            case GiveAdvice advice -> give(deal, advice, context);
            case AskQuestion question -> ask(deal, question, context);
            case AnswerQuestion answer -> answer(deal, answer, context);
        };
    }

    private static List<DealEvent> request(Dossier deal, RequestAdvice command, DealContext context) {
        Guards.heldBy(deal, command, context);
        return List.of(new AdviceRequested(
                deal.requests().next(ADVICE),
                context.actor().name(),
                command.specialist(),
                command.topic(),
                context.rules().terms().due(ADVICE, context.now())));
    }

    private static List<DealEvent> give(Dossier deal, GiveAdvice command, DealContext context) {
        Actor actor = context.actor();
        if (!actor.has(SALES_SPECIALIST) && !actor.has(SALES_MANAGER)) {
            throw Refusals.roleRequired(command, SALES_SPECIALIST);
        }
        Request request = open(deal, ADVICE, command.request());
        boolean namedOrAnySpecialist = request.wasAskedOf(actor.name())
                || (actor.has(SALES_SPECIALIST) && request.mayBeAnsweredBy(actor.name()));
        if (!namedOrAnySpecialist) {
            throw TermsRefusals.askedSomebodyElse(request);
        }
        return List.of(new AdviceGiven(command.request(), actor.name(), command.advice()));
    }

    private static List<DealEvent> ask(Dossier deal, AskQuestion command, DealContext context) {
        if (context.actor().member() == null || context.actor().roles().isEmpty()) {
            throw Refusals.roleRequired(command, Role.values());
        }
        return List.of(new QuestionAsked(
                deal.requests().next(QUESTION),
                context.actor().name(),
                command.asked(),
                command.text(),
                context.rules().terms().due(QUESTION, context.now())));
    }

    private static List<DealEvent> answer(Dossier deal, AnswerQuestion command, DealContext context) {
        Request question = open(deal, QUESTION, command.question());
        if (context.actor().member() == null
                || !question.wasAskedOf(context.actor().name())) {
            throw TermsRefusals.askedSomebodyElse(question);
        }
        return List.of(new QuestionAnswered(command.question(), context.actor().name(), command.answer()));
    }

    static Request open(Dossier deal, RequestKind kind, int number) {
        Request request = deal.requests().find(kind, number);
        if (request == null) {
            throw TermsRefusals.unknownRequest(kind, number);
        }
        if (!request.open()) {
            throw TermsRefusals.requestSettled(request);
        }
        return request;
    }
}
