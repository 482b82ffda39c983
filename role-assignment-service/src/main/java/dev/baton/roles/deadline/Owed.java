package dev.baton.roles.deadline;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.ConsultationEvent.AdviceGiven;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NeedEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.roles.deadline.OwedChange.AllEnd;
import dev.baton.roles.deadline.OwedChange.Begins;
import dev.baton.roles.deadline.OwedChange.Ends;
import dev.baton.roles.deadline.OwedChange.GoesOn;
import dev.baton.roles.deadline.OwedChange.Rests;
import dev.baton.roles.deadline.OwedChange.Resumes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What people who do not hold a deal owe it: plans, approvals, advice and answers that they were asked for, and that a
/// manager sees to whoever is late. As the deal's own facts say it.
final class Owed {
    /// Since when a deal is on hold; nobody owes it.
    static final String HOLD = "HOLD";

    /// Before what somebody is late with; a rest of the deal does not put that off.
    static final String LATE = "LATE/";

    private Owed() {}

    static List<OwedChange> after(DealEvent event) {
        return switch (event) {
            case TermsEvent terms -> terms(terms);
            case ConsultationEvent talk -> consultation(talk);
            case SlaEvent sla -> sla(sla);
            case HoldEvent hold -> hold(hold);
            case ProspectingEvent lead -> prospecting(lead);
            case NegotiationEvent talk -> negotiation(talk);
            case ClosingEvent close -> closing(close);
            case ProgressEvent note -> note instanceof InteractionLogged ? spoken() : List.of();
            case ServiceEvent service -> service(service);
            case SupportEvent _, AccountabilityEvent _ -> List.of();
        };
    }

    private static List<OwedChange> terms(TermsEvent event) {
        return switch (event) {
            case SalesPlanRequested ask ->
                List.of(new Begins(
                        what(RequestKind.PLAN, ask.request()), ask.specialist(), ask.by(), ask.brief(), ask.due()));
            case SalesPlanDrafted _ -> List.of(all(RequestKind.PLAN));
            case ApprovalRequested ask ->
                List.of(new Begins(
                        what(RequestKind.APPROVAL, ask.request()), ask.approver(), ask.by(), ask.reason(), ask.due()));
            case ApprovalGranted granted -> List.of(new Ends(what(RequestKind.APPROVAL, granted.request())));
            case ApprovalRejected rejected -> List.of(new Ends(what(RequestKind.APPROVAL, rejected.request())));
            case OfferMade _ -> List.of(all(RequestKind.APPROVAL));
            case NeedEvent _, CounterOfferRecorded _, SalesPlanProposed _, SalesPlanAgreed _ -> List.of();
        };
    }

    private static List<OwedChange> consultation(ConsultationEvent event) {
        return switch (event) {
            case AdviceRequested ask ->
                List.of(new Begins(
                        what(RequestKind.ADVICE, ask.request()), ask.specialist(), ask.by(), ask.topic(), ask.due()));
            case AdviceGiven given -> List.of(new Ends(what(RequestKind.ADVICE, given.request())));
            case QuestionAsked ask ->
                List.of(new Begins(
                        what(RequestKind.QUESTION, ask.question()), ask.asked(), ask.by(), ask.text(), ask.due()));
            case QuestionAnswered answered -> List.of(new Ends(what(RequestKind.QUESTION, answered.question())));
            case RequestEscalated on -> List.of(new GoesOn(what(on.kind(), on.number()), on.to(), on.due()));
        };
    }

    private static List<OwedChange> sla(SlaEvent event) {
        return switch (event) {
            case SlaBreached late
            when late.escalatedTo() != null ->
                List.of(new Begins(
                        what(late), late.escalatedTo(), null, late.holder().member(), late.due()));
            case SlaBreached _ -> List.of();
        };
    }

    private static List<OwedChange> service(ServiceEvent event) {
        return switch (event) {
            case CommitmentBreached late
            when late.escalatedTo() != null ->
                List.of(new Begins(
                        promise(late.commitment()), late.escalatedTo(), null, late.commitment(), late.due()));
            case CommitmentFulfilled kept -> List.of(new Ends(promise(kept.commitment())));
            case OnboardingStarted _ -> spoken();
            case ServiceEnded _ -> List.of(new AllEnd(LATE));
            case CommitmentBreached _,
                    OnboardingCompleted _,
                    CommitmentMade _,
                    CaseOpened _,
                    CaseResolved _,
                    SatisfactionRecorded _,
                    RenewalScheduled _,
                    ReturnBusinessRaised _ -> List.of();
        };
    }

    private static String promise(String commitment) {
        return LATE + "COMMITMENT/" + commitment;
    }

    private static List<OwedChange> hold(HoldEvent event) {
        return switch (event) {
            case DealPutOnHold _ -> List.of(new Rests());
            case DealResumed _ -> List.of(new Resumes());
        };
    }

    /// A milestone that is told late ends what had ended already.
    private static List<OwedChange> prospecting(ProspectingEvent event) {
        return switch (event) {
            case LeadQualified _, LeadDisqualified _, LeadRecycled _ -> left(Stage.PROSPECTING);
            case LeadReturned _ -> left(Stage.QUALIFIED);
            case LeadFound _, NurtureDue _ -> List.of();
        };
    }

    /// Plans and approvals are for terms that are talked about.
    private static List<OwedChange> negotiation(NegotiationEvent event) {
        return switch (event) {
            case NegotiationOpened _ -> left(Stage.QUALIFIED);
            case Negotiated _ -> and(left(Stage.NEGOTIATING), all(RequestKind.PLAN), all(RequestKind.APPROVAL));
            case TermsReopened _ -> left(Stage.AGREED);
        };
    }

    private static List<OwedChange> closing(ClosingEvent event) {
        return switch (event) {
            case Closed _, DealMerged _, DealReopened _, CloseReversed _ ->
                List.of(new AllEnd(LATE), all(RequestKind.PLAN), all(RequestKind.APPROVAL), new Ends(HOLD));
            case ReversalRequested _ -> List.of();
        };
    }

    private static List<OwedChange> spoken() {
        return List.of(new Ends(LATE + Sla.FIRST_RESPONSE), new Ends(LATE + Sla.FIRST_CONTACT));
    }

    /// The stage and those before it are behind.
    private static List<OwedChange> left(Stage stage) {
        List<OwedChange> changes = new ArrayList<>(List.of(new Ends(LATE + Sla.FIRST_RESPONSE)));
        Arrays.stream(Stage.values())
                .filter(behind -> behind.compareTo(stage) <= 0)
                .forEach(behind -> changes.add(new Ends(LATE + Sla.STAGE_LIMIT + "/" + behind)));
        return changes;
    }

    private static List<OwedChange> and(List<OwedChange> changes, OwedChange... more) {
        List<OwedChange> all = new ArrayList<>(changes);
        all.addAll(List.of(more));
        return all;
    }

    private static String what(SlaBreached late) {
        return LATE + late.sla() + (late.stage() == null ? "" : "/" + late.stage());
    }

    private static String what(RequestKind kind, int number) {
        return kind + "/" + number;
    }

    private static OwedChange all(RequestKind kind) {
        return new AllEnd(kind + "/");
    }
}
