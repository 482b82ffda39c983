package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.ID;

import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.PlanItem;
import dev.baton.deal.lifecycle.ConsultationCommand.AnswerQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.AskQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.GiveAdvice;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import dev.baton.deal.terms.Request;
import dev.baton.deal.terms.Requests;
import dev.baton.deal.terms.Terms;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/// What leads to agreed terms, and whom people ask.
final class TermsSamples {
    private static final Actor NOOR = Actor.person("noor", SALES_SPECIALIST);
    private static final Actor MELVIN = Actor.person("melvin", SALES_MANAGER);

    private TermsSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.byHolder(new RecordNeed(ID, "forty presses an hour")),
                Sample.byHolder(new RecordConstraint(ID, "before March")),
                Sample.byHolder(new AnswerCriteria(ID, Map.of("decision maker", "Ann Reed"))),
                Sample.byHolder(
                        new MakeOffer(ID, new OfferDraft(null, List.of(new AskedLine("Press", 1, EUR_900)), null))),
                Sample.byHolder(new RecordCounterOffer(ID, EUR_900, "training")),
                Sample.byHolder(new RequestPlan(ID, null, "two lines")),
                Sample.by(
                        NOOR,
                        new DraftPlan(ID, "in two steps", List.of(new PlanItem("Install", List.of("N1"), null, null)))),
                Sample.by(NOOR, new ProposePlan(ID, 1)),
                Sample.by(NOOR, new AgreePlan(ID, 1, "Ann Reed")),
                Sample.byHolder(new RequestApproval(ID, null, "a reference")),
                Sample.by(MELVIN, new GrantApproval(ID, 1, null)),
                Sample.by(MELVIN, new RejectApproval(ID, 1, "below cost")),
                Sample.byHolder(new RequestAdvice(ID, null, "is one enough?")),
                Sample.by(NOOR, new GiveAdvice(ID, 1, "two are")),
                Sample.byHolder(new AskQuestion(ID, "melvin", "may we promise March?")),
                Sample.by(MELVIN, new AnswerQuestion(ID, 1, "yes")));
    }

    /// What may sensibly come next where terms are talked about, with the numbers and versions that the deal is at.
    static List<Sample> next(Negotiating state, Money price) {
        Terms terms = state.dossier().terms();
        Requests requests = state.dossier().requests();
        int version = terms.plan() == null ? 1 : terms.plan().version();
        List<String> ids =
                terms.needs().ids().isEmpty() ? List.of("N1") : terms.needs().ids();
        return List.of(
                Sample.byHolder(new RecordNeed(ID, "forty presses an hour")),
                Sample.byHolder(new RecordConstraint(ID, "before March")),
                Sample.byHolder(new AnswerCriteria(ID, Map.of("decision maker", "Ann Reed"))),
                Sample.byHolder(
                        new MakeOffer(ID, new OfferDraft(null, List.of(new AskedLine("Press", 1, price)), null))),
                Sample.byHolder(new RecordCounterOffer(ID, price, null)),
                Sample.byHolder(new RequestPlan(ID, null, null)),
                Sample.by(NOOR, new DraftPlan(ID, "at once", List.of(new PlanItem("Install", ids, null, null)))),
                Sample.by(NOOR, new ProposePlan(ID, version)),
                Sample.by(NOOR, new AgreePlan(ID, version, "Ann Reed")),
                Sample.byHolder(new RequestApproval(ID, null, null)),
                Sample.by(MELVIN, new GrantApproval(ID, number(requests, RequestKind.APPROVAL), null)),
                Sample.by(MELVIN, new RejectApproval(ID, number(requests, RequestKind.APPROVAL), "too low")),
                Sample.byHolder(new RequestAdvice(ID, null, "is one enough?")),
                Sample.by(NOOR, new GiveAdvice(ID, number(requests, RequestKind.ADVICE), "two are")),
                Sample.byHolder(new AskQuestion(ID, "melvin", "may we?")),
                Sample.by(MELVIN, new AnswerQuestion(ID, number(requests, RequestKind.QUESTION), "yes")),
                Sample.byHolder(new AgreeTerms(ID, null, null)));
    }

    private static int number(Requests requests, RequestKind kind) {
        Request open = requests.openOf(kind);
        return open == null ? 1 : open.number();
    }
}
