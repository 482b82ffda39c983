package dev.baton.roles.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.PlanItem;
import dev.baton.contract.deal.ProgressEvent.InteractionKind;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.roles.deadline.OwedChange.AllEnd;
import dev.baton.roles.deadline.OwedChange.Begins;
import dev.baton.roles.deadline.OwedChange.Ends;
import dev.baton.roles.deadline.OwedChange.GoesOn;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OwedTest {
    private static final Instant DUE = Instant.parse("2026-12-01T12:00:00Z");
    private static final Holder EVE = new Holder(Role.ACCOUNT_EXECUTIVE, "eve");

    @Test
    void a_plan_is_owed_by_the_specialist_who_was_asked_until_it_is_drafted() {
        assertThat(Owed.after(new SalesPlanRequested(2, "eve", "noor", "three shifts", DUE)))
                .containsExactly(new Begins("PLAN/2", "noor", "eve", "three shifts", DUE));
        assertThat(Owed.after(new SalesPlanDrafted(
                        1, "noor", "as asked", List.of(new PlanItem("train", List.of("N1"), null, null)))))
                .containsExactly(new AllEnd("PLAN/"));
    }

    @Test
    void what_nobody_answers_is_owed_by_whom_it_goes_on_to() {
        assertThat(Owed.after(new QuestionAsked(1, "eve", "mila", "May we?", DUE)))
                .containsExactly(new Begins("QUESTION/1", "mila", "eve", "May we?", DUE));
        assertThat(Owed.after(new RequestEscalated(RequestKind.QUESTION, 1, "mila", "gus", DUE)))
                .containsExactly(new GoesOn("QUESTION/1", "gus", DUE));
        assertThat(Owed.after(new QuestionAnswered(1, "gus", "yes"))).containsExactly(new Ends("QUESTION/1"));
    }

    @Test
    void plans_and_approvals_are_owed_while_terms_are_talked_about() {
        assertThat(Owed.after(new Negotiated(Money.parse("EUR 1.00"), null)))
                .contains(new AllEnd("PLAN/"), new AllEnd("APPROVAL/"));
    }

    @Test
    void a_manager_sees_to_whoever_is_late_until_it_is_done() {
        assertThat(Owed.after(new SlaBreached(Sla.STAGE_LIMIT, Stage.QUALIFIED, DUE, DUE, EVE, "gus")))
                .containsExactly(new Begins("LATE/STAGE_LIMIT/QUALIFIED", "gus", null, "eve", DUE));
        assertThat(Owed.after(new Negotiated(Money.parse("EUR 1.00"), null)))
                .contains(new Ends("LATE/STAGE_LIMIT/QUALIFIED"));
        assertThat(Owed.after(new SlaBreached(Sla.FIRST_CONTACT, null, DUE, DUE, EVE, "gus")))
                .containsExactly(new Begins("LATE/FIRST_CONTACT", "gus", null, "eve", DUE));
        assertThat(Owed.after(new InteractionLogged(InteractionKind.CALL, "spoke", null)))
                .contains(new Ends("LATE/FIRST_CONTACT"));
        assertThat(Owed.after(new SlaBreached(Sla.STAGE_LIMIT, Stage.QUALIFIED, DUE, DUE, EVE, null)))
                .isEmpty();
    }

    @Test
    void a_manager_sees_to_a_broken_promise_until_it_is_fulfilled() {
        assertThat(Owed.after(new CommitmentBreached("parts", DUE, "gus")))
                .containsExactly(new Begins("LATE/COMMITMENT/parts", "gus", null, "parts", DUE));
        assertThat(Owed.after(new CommitmentFulfilled("parts", null)))
                .containsExactly(new Ends("LATE/COMMITMENT/parts"));
        assertThat(Owed.after(new CommitmentBreached("parts", DUE))).isEmpty();
    }
}
