package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.MILESTONES;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.RITA;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.notAcceptedYet;
import static dev.baton.deal.lifecycle.Deals.nurturing;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.prospecting;
import static dev.baton.deal.lifecycle.Deals.qualified;
import static dev.baton.deal.lifecycle.Deals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.ClosingCommand.Reopen;
import dev.baton.deal.lifecycle.DueCommand.EndNurture;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.terms.TermsRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Leads that go back, and leads that rest.
class LeadsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate RETURN_DATE = LocalDate.of(2026, 4, 30);
    private static final LeadQualified FINDING = new LeadQualified(null, null, EVIDENCE);

    @Test
    void a_lead_that_is_returned_stays_with_its_representative_and_can_be_qualified_anew() {
        var returned = decide(notAcceptedYet(), new ReturnLead(ID, "no budget"), axel());
        assertThat(returned).containsExactly(new LeadReturned("no budget", "axel"));
        var again = (Prospecting) after(notAcceptedYet(), returned.getFirst());
        assertThat(again.dossier().holder()).isEqualTo(RITA);
        assertThat(decide(again, new QualifyLead(ID, FINDING), rita())).containsExactly(FINDING);
    }

    @Test
    void a_decline_that_is_told_twice_does_not_return_a_lead_that_was_qualified_anew_in_between() {
        var decline = new ReturnLead(ID, "no budget", "offer-1");
        var returned = decide(notAcceptedYet(), decline, axel());
        assertThat(returned).containsExactly(new LeadReturned("no budget", "axel", "offer-1"));
        var again = after(after(notAcceptedYet(), returned.getFirst()), FINDING);
        assertThat(decide(again, decline, axel())).isEmpty();
        assertThat(decide(again, new ReturnLead(ID, "still none", "offer-2"), axel()))
                .containsExactly(new LeadReturned("still none", "axel", "offer-2"));
    }

    @Test
    void an_executive_who_has_accepted_a_lead_does_not_return_it() {
        refused(qualified(), new ReturnLead(ID, "no budget"), axel(), "already-accepted");
    }

    @Test
    void only_an_account_executive_returns_a_lead() {
        refused(notAcceptedYet(), new ReturnLead(ID, "no budget"), rita(), "role-required");
    }

    @Test
    void a_qualification_from_before_the_return_does_not_count_after_it() {
        var returned = notAcceptedYet().evolve(new LeadReturned("no budget", "axel"), NOW.minusSeconds(60));
        refused(returned, new RecordLeadQualified(ID, FINDING, DAY_ONE), client(STANDARD), "contradicts-what-followed");
        assertThat(decide(returned, new RecordLeadQualified(ID, FINDING, NOW), client(STANDARD)))
                .containsExactly(FINDING);
    }

    @Test
    void a_lead_is_recycled_until_a_day_within_the_limit() {
        assertThat(decide(prospecting(), new RecycleLead(ID, RETURN_DATE, "next year"), rita()))
                .containsExactly(new LeadRecycled(RETURN_DATE, "next year"));
        refused(prospecting(), new RecycleLead(ID, TODAY, "now"), rita(), "day-past");
        var refusal = refused(
                prospecting(), new RecycleLead(ID, TODAY.plusDays(367), "much later"), rita(), "return-too-late");
        assertThat(refusal.allowed()).containsExactly("until " + TODAY.plusDays(366));
    }

    @Test
    void a_recycled_lead_is_taken_up_again_on_its_day_in_the_same_attempt() {
        assertThat(decide(nurturing(), new EndNurture(ID), at("2026-04-29T23:59:59Z", MILESTONES)))
                .isEmpty();
        var due = decide(nurturing(), new EndNurture(ID), at("2026-04-30T00:00:00Z", MILESTONES));
        assertThat(due).containsExactly(new NurtureDue(RETURN_DATE));
        var again = (Prospecting) after(nurturing(), due.getFirst());
        assertThat(again.dossier().course().attempt()).isEqualTo(1);
    }

    @Test
    void a_day_begins_in_the_zone_of_the_pipeline_also_when_clocks_are_changed() {
        Pipeline berlin = in(ZoneId.of("Europe/Berlin"));
        var untilSunday = after(prospecting(), new LeadRecycled(LocalDate.of(2026, 3, 29), "later"));
        assertThat(decide(untilSunday, new EndNurture(ID), at("2026-03-28T22:59:59Z", berlin)))
                .isEmpty();
        assertThat(decide(untilSunday, new EndNurture(ID), at("2026-03-28T23:00:00Z", berlin)))
                .hasSize(1);
        var untilMonday = after(prospecting(), new LeadRecycled(LocalDate.of(2026, 3, 30), "later"));
        assertThat(decide(untilMonday, new EndNurture(ID), at("2026-03-29T21:59:59Z", berlin)))
                .isEmpty();
        assertThat(decide(untilMonday, new EndNurture(ID), at("2026-03-29T22:00:00Z", berlin)))
                .hasSize(1);
    }

    @Test
    void a_lead_returns_on_a_leap_day() {
        var resting = after(prospecting(), new LeadRecycled(LocalDate.of(2028, 2, 29), "later"));
        assertThat(decide(resting, new EndNurture(ID), at("2028-02-28T23:59:59Z", MILESTONES)))
                .isEmpty();
        assertThat(decide(resting, new EndNurture(ID), at("2028-02-29T00:00:00Z", MILESTONES)))
                .hasSize(1);
    }

    @Test
    void a_day_that_has_come_twice_is_no_second_fact() {
        assertThat(decide(prospecting(), new EndNurture(ID), at("2026-05-01T00:00:00Z", MILESTONES)))
                .isEmpty();
    }

    @Test
    void a_representative_takes_up_a_recycled_lead_before_its_day_as_the_next_attempt() {
        assertThat(decide(nurturing(), new Reopen(ID, "they called"), rita()))
                .containsExactly(new DealReopened(2, Stage.PROSPECTING, "they called", RITA, RITA));
    }

    @Test
    void what_another_system_reports_of_a_recycled_lead_has_happened() {
        assertThat(decide(nurturing(), new RecordLeadQualified(ID, FINDING, DAY_ONE), client(STANDARD)))
                .containsExactly(FINDING);
        assertThat(after(nurturing(), FINDING)).isInstanceOf(Qualified.class);
    }

    private static DealContext rita() {
        return person(STANDARD, "rita", SALES_REPRESENTATIVE);
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext at(String now, Pipeline pipeline) {
        return new DealContext(Instant.parse(now), Actor.client("baton"), pipeline, null);
    }

    private static Pipeline in(ZoneId zone) {
        return new Pipeline(
                "standard",
                1,
                STANDARD.required(),
                STANDARD.criteria(),
                "steward",
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                new Limits(92, 366, zone),
                Set.of(),
                TermsRules.USUAL,
                ServiceRules.USUAL,
                SlaRules.NONE);
    }
}
