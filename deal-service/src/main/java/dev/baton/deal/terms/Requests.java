package dev.baton.deal.terms;

import static dev.baton.contract.deal.ConsultationEvent.RequestKind.ADVICE;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.APPROVAL;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.PLAN;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.QUESTION;

import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.ConsultationEvent.AdviceGiven;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.NeedEvent;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.deal.terms.Request.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What people were asked about a deal, in order, and what came of it.
public record Requests(List<Request> all) {
    public static final Requests NONE = new Requests(List.of());

    public Requests {
        all = List.copyOf(all);
    }

    public Requests after(ConsultationEvent event) {
        return switch (event) {
            case AdviceRequested ask ->
                and(Request.of(ADVICE, ask.request(), ask.by(), ask.specialist(), ask.topic(), ask.due()));
            case AdviceGiven given -> settle(ADVICE, given.request(), new Outcome(given.by(), given.advice()));
            case QuestionAsked ask ->
                and(Request.of(QUESTION, ask.question(), ask.by(), ask.asked(), ask.text(), ask.due()));
            case QuestionAnswered answered ->
                settle(QUESTION, answered.question(), new Outcome(answered.by(), answered.answer()));
            case RequestEscalated escalated ->
                change(
                        is(escalated.kind(), escalated.number()),
                        request -> request.escalated(escalated.to(), escalated.due()));
        };
    }

    public Requests after(TermsEvent event) {
        return switch (event) {
            case SalesPlanRequested ask ->
                and(Request.of(PLAN, ask.request(), ask.by(), ask.specialist(), ask.brief(), ask.due()));
            case SalesPlanDrafted drafted -> settleAll(PLAN, new Outcome(drafted.by(), drafted.summary()));
            case ApprovalRequested ask ->
                and(Request.of(APPROVAL, ask.request(), ask.by(), ask.approver(), ask.reason(), ask.due()));
            case ApprovalGranted granted ->
                settle(APPROVAL, granted.request(), new Outcome(granted.by(), granted.note()));
            case ApprovalRejected rejected ->
                settle(APPROVAL, rejected.request(), new Outcome(rejected.by(), rejected.reason()));
            case OfferMade _ -> settleAll(APPROVAL, Outcome.POINTLESS);
            case NeedEvent _, CounterOfferRecorded _, SalesPlanProposed _, SalesPlanAgreed _ -> this;
        };
    }

    /// Terms are open again, or there will be none: nobody has to plan or approve any more.
    public Requests withoutTerms() {
        return settleAll(PLAN, Outcome.POINTLESS).settleAll(APPROVAL, Outcome.POINTLESS);
    }

    /// The deal stood still for so long, and so did its clocks.
    public Requests postponed(Duration stood) {
        return change(Request::open, request -> request.postponed(stood));
    }

    public List<Request> open() {
        return all.stream().filter(Request::open).toList();
    }

    public @Nullable Request find(RequestKind kind, int number) {
        return all.stream().filter(is(kind, number)).findFirst().orElse(null);
    }

    public @Nullable Request openOf(RequestKind kind) {
        return open().stream()
                .filter(request -> request.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    public boolean everAsked(RequestKind kind) {
        return all.stream().anyMatch(request -> request.kind() == kind);
    }

    public int next(RequestKind kind) {
        return Math.toIntExact(
                all.stream().filter(request -> request.kind() == kind).count() + 1);
    }

    private Requests settle(RequestKind kind, int number, Outcome outcome) {
        return change(is(kind, number), request -> request.settled(outcome));
    }

    private Requests settleAll(RequestKind kind, Outcome outcome) {
        return change(request -> request.open() && request.kind() == kind, request -> request.settled(outcome));
    }

    private Requests change(Predicate<Request> which, UnaryOperator<Request> how) {
        return new Requests(all.stream()
                .map(request -> which.test(request) ? how.apply(request) : request)
                .toList());
    }

    private Requests and(Request request) {
        return new Requests(Stream.concat(all.stream(), Stream.of(request)).toList());
    }

    private static Predicate<Request> is(RequestKind kind, int number) {
        return request -> request.kind() == kind && request.number() == number;
    }
}
