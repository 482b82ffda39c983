package dev.baton.roles.deadline;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
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
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.roles.deadline.DeadlineChange.AllEnd;
import dev.baton.roles.deadline.DeadlineChange.Begins;
import dev.baton.roles.deadline.DeadlineChange.Ends;
import dev.baton.roles.deadline.DeadlineChange.Nothing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;

/// What whoever holds a deal has to do by when, as the deal's own facts say it: the next step by the end of its day, a
/// commitment by its time. While the deal rests there is nothing to do before the day on which it goes on.
final class Deadlines {
    static final String NEXT_STEP = "NEXT_STEP";
    static final String REST = "REST";
    private static final String COMMITMENT = "COMMITMENT/";

    private Deadlines() {}

    /// @param hours the team's, for deadlines that are days
    static DeadlineChange after(DealEvent event, Supplier<BusinessCalendar> hours) {
        return switch (event) {
            case ProspectingEvent lead -> prospecting(lead, hours);
            case ClosingEvent closing -> closing(closing);
            case HoldEvent hold -> hold(hold, hours);
            case ProgressEvent progress -> progress(progress, hours);
            case ServiceEvent service -> service(service);
            case NegotiationEvent _, TermsEvent _, ConsultationEvent _ -> new Nothing();
            case SupportEvent _, SlaEvent _, AccountabilityEvent _ -> new Nothing();
        };
    }

    private static DeadlineChange prospecting(ProspectingEvent event, Supplier<BusinessCalendar> hours) {
        return switch (event) {
            case LeadRecycled rests -> rests(rests.returnDate(), "take it up again", hours);
            case NurtureDue due -> new Ends(REST);
            case LeadDisqualified none -> new AllEnd();
            case LeadFound _, LeadQualified _, LeadReturned _ -> new Nothing();
        };
    }

    private static DeadlineChange closing(ClosingEvent event) {
        return switch (event) {
            case Closed _, CloseReversed _, DealReopened _, DealMerged _ -> new AllEnd();
            case ReversalRequested _ -> new Nothing();
        };
    }

    private static DeadlineChange hold(HoldEvent event, Supplier<BusinessCalendar> hours) {
        return switch (event) {
            case DealPutOnHold rests -> rests(rests.reviewDate(), "review: " + rests.reason(), hours);
            case DealResumed resumed -> new Ends(REST);
        };
    }

    private static DeadlineChange progress(ProgressEvent event, Supplier<BusinessCalendar> hours) {
        return switch (event) {
            case NextStepSet step ->
                new Begins(
                        NEXT_STEP, step.what(), moment(step.due(), hours.get().closes(), hours.get()));
            case ForecastRevised _,
                    ForecastSubmitted _,
                    ForecastAdjusted _,
                    InteractionLogged _,
                    DealCorrected _,
                    RuleOverridden _ -> new Nothing();
        };
    }

    /// What was not fulfilled in time is owed still.
    private static DeadlineChange service(ServiceEvent event) {
        return switch (event) {
            case CommitmentMade made -> new Begins(COMMITMENT + made.commitment(), made.what(), made.due());
            case CommitmentFulfilled kept -> new Ends(COMMITMENT + kept.commitment());
            case ServiceEnded over -> new AllEnd();
            case CommitmentBreached _,
                    OnboardingStarted _,
                    OnboardingCompleted _,
                    CaseOpened _,
                    CaseResolved _,
                    SatisfactionRecorded _,
                    RenewalScheduled _,
                    ReturnBusinessRaised _ -> new Nothing();
        };
    }

    private static DeadlineChange rests(LocalDate until, String about, Supplier<BusinessCalendar> hours) {
        return new Begins(REST, about, moment(until, LocalTime.MIN, hours.get()));
    }

    private static Instant moment(LocalDate day, LocalTime time, BusinessCalendar hours) {
        return day.atTime(time).atZone(hours.zone()).toInstant();
    }
}
