package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Holder;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.DueCommand.BreachCommitments;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.ServiceCommand.CompleteOnboarding;
import dev.baton.deal.lifecycle.ServiceCommand.EndService;
import dev.baton.deal.lifecycle.ServiceCommand.FulfilCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.MakeCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.OpenCase;
import dev.baton.deal.lifecycle.ServiceCommand.Promise;
import dev.baton.deal.lifecycle.ServiceCommand.RecordSatisfaction;
import dev.baton.deal.lifecycle.ServiceCommand.ResolveCase;
import dev.baton.deal.lifecycle.ServiceCommand.ScheduleRenewal;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import dev.baton.deal.terms.TermsRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceDecisionsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    /// A Tuesday noon and the whole of a working day later.
    private static final Instant DUE = Instant.parse("2026-04-01T12:00:00Z");

    private static final CalendarVersion USUAL = new CalendarVersion("default", 0);
    private static final CommitmentMade PARTS = new CommitmentMade("parts", "Spare parts on site", 480, DUE, USUAL);
    private static final CommitmentFulfilled PARTS_DONE = new CommitmentFulfilled("parts", null);
    private static final CaseOpened STOPS = new CaseOpened("C-1", "Press 4 stops", Priority.URGENT);
    private static final ServiceEnded CHURNED = new ServiceEnded(ServiceOutcome.CHURNED, "moved abroad");

    @Test
    void support_begins_and_completes_onboarding_once() {
        OnboardingStarted start = new OnboardingStarted("two days on site", null);
        assertThat(decide(served(), new StartOnboarding(ID, start))).containsExactly(start);
        assertThat(refusal(served(start), new StartOnboarding(ID, start)).code())
                .isEqualTo("onboarding-begun");
        OnboardingCompleted end = new OnboardingCompleted(null);
        assertThat(decide(served(start), new CompleteOnboarding(ID, end))).containsExactly(end);
        assertThat(refusal(served(start, end), new CompleteOnboarding(ID, end)).code())
                .isEqualTo("no-onboarding");
    }

    @Test
    void onboarding_that_has_not_begun_cannot_be_completed_and_is_to_be_begun() {
        DealRejected refusal = refusal(served(), new CompleteOnboarding(ID, new OnboardingCompleted(null)));
        assertThat(refusal.code()).isEqualTo("no-onboarding");
        assertThat(refusal.allowed()).containsExactly("start-onboarding");
    }

    @Test
    void a_commitment_is_due_in_business_time_from_when_baton_heard_of_it() {
        assertThat(decide(served(), promise("parts", 480))).containsExactly(PARTS);
    }

    @Test
    void a_commitment_is_counted_by_the_calendar_of_the_pipelines_team_and_says_so() {
        BusinessCalendar shortDays = new BusinessCalendar(
                ZoneId.of("America/New_York"),
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                Set.of(LocalDate.parse("2026-04-03")));
        CalendarVersion version = new CalendarVersion("default", 3);
        DealContext context = context(NOW, "suzy", new TeamCalendar(version, shortDays));
        assertThat(DealDecisions.decide(served(), promise("parts", 480), context))
                .containsExactly(new CommitmentMade(
                        "parts", "Spare parts on site", 480, Instant.parse("2026-04-07T17:00:00Z"), version));
    }

    @Test
    void the_same_commitment_again_is_no_second_one_and_another_under_its_name_is_refused() {
        assertThat(decide(served(PARTS), promise("parts", 480))).isEmpty();
        assertThat(refusal(served(PARTS), promise("parts", 60)).code()).isEqualTo("commitment-exists");
    }

    @Test
    void a_promise_has_time_and_words() {
        assertThatThrownBy(() -> new Promise("parts", "Spare parts", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Promise("parts", " ", 60)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Promise("parts", "Spare parts", Promise.LONGEST + 1))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void what_is_fulfilled_in_time_is_kept() {
        assertThat(decideAt(DUE.minusMillis(1), served(PARTS), new FulfilCommitment(ID, PARTS_DONE)))
                .containsExactly(PARTS_DONE);
        assertThat(decide(served(PARTS, PARTS_DONE), new FulfilCommitment(ID, PARTS_DONE)))
                .isEmpty();
    }

    @Test
    void what_is_fulfilled_after_its_time_was_broken_first_even_if_nobody_has_looked() {
        assertThat(decideAt(DUE, served(PARTS), new FulfilCommitment(ID, PARTS_DONE)))
                .containsExactly(new CommitmentBreached("parts", DUE), PARTS_DONE);
    }

    @Test
    void a_commitment_that_nobody_made_cannot_be_fulfilled_and_the_open_ones_are_named() {
        DealRejected refusal =
                refusal(served(PARTS), new FulfilCommitment(ID, new CommitmentFulfilled("training", null)));
        assertThat(refusal.code()).isEqualTo("unknown-commitment");
        assertThat(refusal.allowed()).containsExactly("parts");
    }

    @Test
    void a_commitment_is_broken_when_its_time_is_over_once() {
        CommitmentBreached breached = new CommitmentBreached("parts", DUE, "steward");
        BreachCommitments due = new BreachCommitments(ID, DUE);
        assertThat(decideAt(DUE.minusMillis(1), served(PARTS), due)).isEmpty();
        assertThat(decideAt(DUE, served(PARTS), due)).containsExactly(breached);
        assertThat(decideAt(DUE, served(PARTS, breached), due)).isEmpty();
        assertThat(decideAt(DUE, served(PARTS, PARTS_DONE), due)).isEmpty();
        assertThat(decideAt(DUE, Deals.won(), due)).isEmpty();
    }

    @Test
    void what_comes_due_next_is_the_earliest_promise_that_is_pending() {
        CommitmentMade later = new CommitmentMade("visit", "A visit", 960, DUE.plusSeconds(60), USUAL);
        assertThat(due(served(later, PARTS))).containsExactly(new Deadline(Deadline.Kind.COMMITMENT, DUE));
        assertThat(due(served(later, PARTS, PARTS_DONE)))
                .containsExactly(new Deadline(Deadline.Kind.COMMITMENT, DUE.plusSeconds(60)));
        assertThat(due(served())).isEmpty();
        assertThat(due(served(PARTS, CHURNED))).isEmpty();
    }

    @Test
    void a_case_is_opened_and_resolved() {
        CaseResolved solved = new CaseResolved("C-1", "valve replaced");
        assertThat(decide(served(), new OpenCase(ID, STOPS))).containsExactly(STOPS);
        assertThat(decide(served(STOPS), new OpenCase(ID, STOPS))).isEmpty();
        assertThat(refusal(served(STOPS), new OpenCase(ID, new CaseOpened("C-1", "Noise", Priority.LOW)))
                        .code())
                .isEqualTo("case-exists");
        assertThat(decide(served(STOPS), new ResolveCase(ID, solved))).containsExactly(solved);
        assertThat(decide(served(STOPS, solved), new ResolveCase(ID, solved))).isEmpty();
        DealRejected unknown = refusal(served(STOPS), new ResolveCase(ID, new CaseResolved("C-2", "?")));
        assertThat(unknown.code()).isEqualTo("unknown-case");
        assertThat(unknown.allowed()).containsExactly("C-1");
    }

    @Test
    void a_score_is_from_one_to_five() {
        SatisfactionRecorded five = new SatisfactionRecorded(5, null);
        assertThat(decide(served(), new RecordSatisfaction(ID, five))).containsExactly(five);
        assertThatThrownBy(() -> new SatisfactionRecorded(6, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new SatisfactionRecorded(0, null)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_renewal_is_scheduled_for_today_or_later() {
        RenewalScheduled today = new RenewalScheduled(TODAY);
        assertThat(decide(served(), new ScheduleRenewal(ID, today))).containsExactly(today);
        assertThat(decide(served(today), new ScheduleRenewal(ID, today))).isEmpty();
        assertThat(refusal(served(), new ScheduleRenewal(ID, new RenewalScheduled(TODAY.minusDays(1))))
                        .code())
                .isEqualTo("day-passed");
    }

    @Test
    void the_end_breaks_what_is_overdue_and_nothing_else() {
        CommitmentMade later = new CommitmentMade("visit", "A visit", 960, DUE.plusSeconds(60), USUAL);
        assertThat(decideAt(DUE, served(PARTS, later), new EndService(ID, CHURNED)))
                .containsExactly(new CommitmentBreached("parts", DUE), CHURNED);
        assertThat(served(CHURNED)).isInstanceOf(Ended.class);
    }

    @Test
    void nothing_but_return_business_is_possible_after_the_end() {
        assertThat(served(CHURNED).allowed())
                .contains("raise-return-business")
                .doesNotContain("open-case", "end-service");
        DealRejected refusal = refusal(served(CHURNED), new OpenCase(ID, STOPS));
        assertThat(refusal.code()).isEqualTo("not-in-this-state");
    }

    @Test
    void only_support_that_holds_the_deal_serves_its_customer() {
        assertThat(catchThrowableOfType(
                                DealRejected.class,
                                () -> DealDecisions.decide(
                                        served(),
                                        new OpenCase(ID, STOPS),
                                        context(NOW, "sally", TeamCalendar.usual("default"))))
                        .code())
                .isEqualTo("not-the-holder");
        assertThat(refusal(Deals.won(), new OpenCase(ID, STOPS)).code()).isEqualTo("not-in-this-state");
    }

    @Test
    void a_steward_who_holds_the_deal_serves_its_customer() {
        DealState stewards = Deals.after(served(), new HolderRecognised(new Holder(SALES_MANAGER, "mia"), 3));
        assertThat(DealDecisions.decide(
                        stewards, new OpenCase(ID, STOPS), Deals.person(STANDARD, "mia", SALES_MANAGER)))
                .containsExactly(STOPS);
    }

    @Test
    void an_executive_who_holds_the_deal_serves_nobody() {
        DealState back = Deals.after(served(), new HolderRecognised(AXEL, 3));
        assertThat(catchThrowableOfType(
                                DealRejected.class,
                                () -> DealDecisions.decide(
                                        back, new OpenCase(ID, STOPS), Deals.person(STANDARD, "axel", AXEL.role())))
                        .code())
                .isEqualTo("role-required");
    }

    @Test
    void a_package_that_support_has_waited_for_hands_the_deal_over() {
        Pipeline packed = new Pipeline(
                "packed",
                1,
                Set.of(Milestone.LEAD_FOUND, Milestone.CLOSED),
                List.of(),
                "steward",
                Pipeline.USUAL_CLOCK_SKEW,
                Pipeline.USUAL_TIME_TO_LIVE,
                Limits.USUAL,
                Set.of(HandoverPart.SUMMARY),
                TermsRules.USUAL,
                ServiceRules.USUAL,
                SlaRules.NONE);
        RecogniseHolder suzys = new RecogniseHolder(ID, Deals.SUZY, 2);
        List<DealEvent> recognised = DealDecisions.decide(Deals.won(), suzys, Deals.client(packed));
        assertThat(recognised).containsExactly(new HolderRecognised(Deals.SUZY, 2));
        DealState waiting = Deals.after(Deals.won(), recognised.getFirst());
        HandoverRequested nothing = new HandoverRequested(null);
        assertThat(DealDecisions.decide(waiting, new RecordHandover(ID, nothing, NOW), Deals.client(packed)))
                .containsExactly(nothing);
        HandoverRequested whole = new HandoverRequested(new HandoverPackage("all signed", null, null));
        assertThat(DealDecisions.decide(waiting, new RecordHandover(ID, whole, NOW), Deals.client(packed)))
                .containsExactly(whole, new HandedToSupport("suzy", whole.handoverPackage()));
    }

    private static List<Deadline> due(DealState state) {
        return Deadline.in((DealState.Known) state, Deals.within(Deals.MILESTONES, SlaRules.NONE));
    }

    private static MakeCommitment promise(String name, int minutes) {
        return new MakeCommitment(ID, new Promise(name, "Spare parts on site", minutes));
    }

    private static DealState served(DealEvent... events) {
        return Deals.after(Deals.inSupport(), events);
    }

    private static List<DealEvent> decide(DealState state, DealCommand command) {
        return decideAt(NOW, state, command);
    }

    private static List<DealEvent> decideAt(Instant now, DealState state, DealCommand command) {
        return DealDecisions.decide(state, command, context(now, "suzy", TeamCalendar.usual("default")));
    }

    private static DealRejected refusal(DealState state, DealCommand command) {
        return catchThrowableOfType(DealRejected.class, () -> decide(state, command));
    }

    private static DealContext context(Instant now, String member, TeamCalendar calendar) {
        Surroundings calendars = new Surroundings() {
            @Override
            public TeamCalendar calendar(String team) {
                return calendar;
            }
        };
        return new DealContext(now, Actor.person(member, CUSTOMER_SUPPORT_REPRESENTATIVE), STANDARD, null, calendars);
    }
}
