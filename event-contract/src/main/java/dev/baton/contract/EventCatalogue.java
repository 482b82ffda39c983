package dev.baton.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent.AdviceGiven;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NeedEvent.ConstraintRecorded;
import dev.baton.contract.deal.NeedEvent.CriteriaAnswered;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.OfferEvent;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
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
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.CounselEvent.FeedbackGiven;
import dev.baton.contract.member.CounselEvent.MarketNotePublished;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Every event type of the published language: its family, its name in kebab-case, its version.
public final class EventCatalogue {
    private static final List<EventType> TYPES = List.of(
            type("deal", 1, LeadFound.class),
            type("deal", 1, LeadQualified.class),
            type("deal", 1, LeadDisqualified.class),
            type("deal", 1, LeadReturned.class),
            type("deal", 1, LeadRecycled.class),
            type("deal", 1, NurtureDue.class),
            type("deal", 1, NegotiationOpened.class),
            type("deal", 1, Negotiated.class),
            type("deal", 1, TermsReopened.class),
            // terms
            type("deal", 1, NeedRecorded.class),
            type("deal", 1, ConstraintRecorded.class),
            type("deal", 1, CriteriaAnswered.class),
            type("deal", 1, OfferEvent.OfferMade.class),
            type("deal", 1, CounterOfferRecorded.class),
            type("deal", 1, SalesPlanRequested.class),
            type("deal", 1, SalesPlanDrafted.class),
            type("deal", 1, SalesPlanProposed.class),
            type("deal", 1, SalesPlanAgreed.class),
            type("deal", 1, ApprovalRequested.class),
            type("deal", 1, ApprovalGranted.class),
            type("deal", 1, ApprovalRejected.class),
            // consultation
            type("deal", 1, AdviceRequested.class),
            type("deal", 1, AdviceGiven.class),
            type("deal", 1, QuestionAsked.class),
            type("deal", 1, QuestionAnswered.class),
            type("deal", 1, RequestEscalated.class),
            // closing
            type("deal", 1, Closed.class),
            type("deal", 1, ReversalRequested.class),
            type("deal", 1, CloseReversed.class),
            type("deal", 1, DealReopened.class),
            type("deal", 1, DealMerged.class),
            type("deal", 1, HandoverPrepared.class),
            type("deal", 1, HandoverRequested.class),
            type("deal", 1, HandoverRejected.class),
            type("deal", 1, HandedToSupport.class),
            // service
            type("deal", 1, OnboardingStarted.class),
            type("deal", 1, OnboardingCompleted.class),
            type("deal", 1, CommitmentMade.class),
            type("deal", 1, CommitmentFulfilled.class),
            type("deal", 1, CommitmentBreached.class),
            type("deal", 1, CaseOpened.class),
            type("deal", 1, CaseResolved.class),
            type("deal", 1, SatisfactionRecorded.class),
            type("deal", 1, RenewalScheduled.class),
            type("deal", 1, ServiceEnded.class),
            type("deal", 1, ReturnBusinessRaised.class),
            // whatever the stage
            type("deal", 1, DealPutOnHold.class),
            type("deal", 1, DealResumed.class),
            type("deal", 1, NextStepSet.class),
            type("deal", 1, ForecastRevised.class),
            type("deal", 1, ForecastSubmitted.class),
            type("deal", 1, ForecastAdjusted.class),
            type("deal", 1, InteractionLogged.class),
            type("deal", 1, DealCorrected.class),
            type("deal", 1, RuleOverridden.class),
            type("deal", 1, SlaBreached.class),
            type("deal", 1, HolderRecognised.class),
            type("responsibility", 1, ResponsibilityOpened.class),
            type("responsibility", 1, AssignmentDecided.class),
            type("responsibility", 1, AssignmentQueued.class),
            type("responsibility", 1, AssignmentWoken.class),
            type("responsibility", 1, AssignmentCorrected.class),
            type("responsibility", 1, LegPassedOver.class),
            type("responsibility", 1, AssignmentEscalated.class),
            type("responsibility", 1, DecisionEscalated.class),
            type("responsibility", 1, PackageRefused.class),
            type("responsibility", 1, RehomingBegun.class),
            type("responsibility", 1, OfferMade.class),
            type("responsibility", 1, OfferAccepted.class),
            type("responsibility", 1, OfferDeclined.class),
            type("responsibility", 1, OfferExpired.class),
            type("responsibility", 1, OfferCancelled.class),
            type("responsibility", 1, ResponsibilityTransferred.class),
            type("responsibility", 1, ResponsibilityReopened.class),
            type("responsibility", 1, ResponsibilityEnded.class),
            type("member", 1, MemberJoined.class),
            type("member", 1, ProfileChanged.class),
            type("member", 1, CapacityChanged.class),
            type("member", 1, AvailabilityChanged.class),
            type("member", 1, MemberDeparted.class),
            type("member", 1, SlotReserved.class),
            type("member", 1, SlotConfirmed.class),
            type("member", 1, SlotWeighed.class),
            type("member", 1, SlotReleased.class),
            type("member", 1, FeedbackGiven.class),
            type("member", 1, MarketNotePublished.class));

    private static final Map<Class<?>, EventType> BY_CLASS =
            TYPES.stream().collect(toUnmodifiableMap(EventType::event, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(toUnmodifiableMap(EventType::name, Function.identity()));

    private EventCatalogue() {}

    public static List<EventType> types() {
        return TYPES;
    }

    /// @throws IllegalArgumentException when the class is no event of the language
    public static EventType of(Class<?> event) {
        EventType type = BY_CLASS.get(event);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " is in no catalogue");
        }
        return type;
    }

    public static boolean knows(String name) {
        return BY_NAME.containsKey(name);
    }

    /// @throws UnknownEventType when no such name is known
    public static EventType named(String name) {
        EventType type = BY_NAME.get(name);
        if (type == null) {
            throw new UnknownEventType(name);
        }
        return type;
    }

    private static EventType type(String family, int version, Class<?> event) {
        String kebab = event.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new EventType("baton." + family + "." + kebab + ".v" + version, event);
    }

    /// @param name the wire name, for instance `baton.deal.lead-found.v1`
    public record EventType(String name, Class<?> event) {}
}
