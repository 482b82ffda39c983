package dev.baton.roles.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.Stage;
import dev.baton.roles.deadline.DeadlineChange.AllEnd;
import dev.baton.roles.deadline.DeadlineChange.Begins;
import dev.baton.roles.deadline.DeadlineChange.Ends;
import dev.baton.roles.deadline.DeadlineChange.Nothing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");
    private static final BusinessCalendar BERLIN = new BusinessCalendar(
            ZoneId.of("Europe/Berlin"),
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(8, 0),
            LocalTime.of(16, 0),
            Set.of());

    @Test
    void a_next_step_is_due_when_the_team_closes_on_its_day() {
        assertThat(after(new NextStepSet("send the plan", DAY)))
                .isEqualTo(new Begins("NEXT_STEP", "send the plan", Instant.parse("2026-12-01T15:00:00Z")));
    }

    @Test
    void a_deal_that_rests_is_due_when_the_day_begins_on_which_it_goes_on() {
        Instant begins = Instant.parse("2026-11-30T23:00:00Z");
        assertThat(after(new DealPutOnHold(Stage.NEGOTIATING, DAY, "budget")))
                .isEqualTo(new Begins("REST", "review: budget", begins));
        assertThat(after(new LeadRecycled(DAY, "not now"))).isEqualTo(new Begins("REST", "take it up again", begins));
        assertThat(after(new DealResumed(Stage.NEGOTIATING, ResumeCause.REVIEW_DUE, null)))
                .isEqualTo(new Ends("REST"));
    }

    @Test
    void a_commitment_is_owed_until_it_is_fulfilled_however_late() {
        Instant due = Instant.parse("2026-12-03T12:00:00Z");
        assertThat(after(new CommitmentMade("c1", "call back", 60, due, new CalendarVersion("standard", 1))))
                .isEqualTo(new Begins("COMMITMENT/c1", "call back", due));
        assertThat(after(new CommitmentBreached("c1", due))).isEqualTo(new Nothing());
        assertThat(after(new CommitmentFulfilled("c1", null))).isEqualTo(new Ends("COMMITMENT/c1"));
    }

    @Test
    void nothing_of_it_is_due_any_more_once_the_deal_is_closed() {
        assertThat(after(new Closed(Outcome.WON, null, null, null))).isEqualTo(new AllEnd());
        assertThat(after(new LeadQualified(null, null, null))).isEqualTo(new Nothing());
    }

    private static DeadlineChange after(DealEvent event) {
        return Deadlines.after(event, () -> BERLIN);
    }
}
