package dev.baton.projections.console;

import static java.util.stream.Collectors.joining;

import dev.baton.contract.deal.ApprovalEvent;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.ConsultationEvent.AdviceGiven;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.NeedEvent.ConstraintRecorded;
import dev.baton.contract.deal.NeedEvent.CriteriaAnswered;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.PlanEvent;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.TermsEvent;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tells what is laid down on the way to agreed terms, and who was asked about it.
final class TellingOfTerms {

    String of(TermsEvent event) {
        return switch (event) {
            case NeedRecorded need -> "Need " + need.need() + " recorded: " + need.description();
            case ConstraintRecorded limit -> "Constraint " + limit.constraint() + " recorded: " + limit.description();
            case CriteriaAnswered answer ->
                "Criteria met: "
                        + String.join(", ", new TreeSet<>(answer.evidence().keySet()));
            case OfferMade offer ->
                "Offer %d made: %s, discount %s %%, margin %s %%"
                        .formatted(offer.offer(), offer.price(), offer.discountPercent(), offer.marginPercent());
            case CounterOfferRecorded counter ->
                "Customer asks for %s on offer %d: discount %s %%"
                        .formatted(counter.price(), counter.offer(), counter.discountPercent());
            case PlanEvent plan -> plan(plan);
            case ApprovalEvent approval -> approval(approval);
        };
    }

    String of(ConsultationEvent event) {
        return switch (event) {
            case AdviceRequested ask -> "Advice asked of " + anySpecialist(ask.specialist()) + ": " + ask.topic();
            case AdviceGiven given -> "Advice of " + given.by() + ": " + given.advice();
            case QuestionAsked ask -> ask.by() + " asks " + ask.asked() + ": " + ask.text();
            case QuestionAnswered answer -> answer.by() + " answers: " + answer.answer();
            case RequestEscalated on ->
                "Not answered in time: the %s request %d goes to %s"
                        .formatted(on.kind().name().toLowerCase(Locale.ROOT), on.number(), on.to());
        };
    }

    private static String plan(PlanEvent event) {
        return switch (event) {
            case SalesPlanRequested ask -> "Sales plan asked of " + anySpecialist(ask.specialist());
            case SalesPlanDrafted draft -> "Sales plan " + draft.version() + " drafted: " + draft.summary();
            case SalesPlanProposed proposal -> "Sales plan " + proposal.version() + " proposed to the customer";
            case SalesPlanAgreed agreed -> "Sales plan " + agreed.version() + " signed by " + agreed.signatory();
        };
    }

    private static String approval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested ask ->
                "Approval of offer %d asked of %s for its %s"
                        .formatted(
                                ask.offer(),
                                ask.approver(),
                                ask.grounds().stream()
                                        .map(ground -> ground.name().toLowerCase(Locale.ROOT))
                                        .collect(joining(" and ")));
            case ApprovalGranted granted -> "Offer " + granted.offer() + " approved by " + granted.by();
            case ApprovalRejected rejected ->
                "Offer %d not approved by %s: %s".formatted(rejected.offer(), rejected.by(), rejected.reason());
        };
    }

    private static String anySpecialist(@Nullable String named) {
        return named == null ? "any specialist" : named;
    }
}
