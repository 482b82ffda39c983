package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.MILESTONES;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.RITA;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.SUZY;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.agreed;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.found;
import static dev.baton.deal.lifecycle.Deals.lead;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.prospecting;
import static dev.baton.deal.lifecycle.Deals.qualified;
import static dev.baton.deal.lifecycle.Deals.unknown;
import static dev.baton.deal.lifecycle.Deals.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DealDecisionsTest {

    private static final Close WON_WITHOUT_VALUE = new Close(Outcome.WON, null, null, null);
    private static final Close LOST = new Close(Outcome.LOST, null, Closed.NOT_RECORDED, null);

    @Test
    void a_representative_who_finds_a_lead_holds_it() {
        var events =
                decide(unknown(), new FindLead(ID, lead(EUR_900)), person(MILESTONES, "rita", SALES_REPRESENTATIVE));
        assertThat(((LeadFound) events.getFirst()).holder()).isEqualTo(RITA);
    }

    @Test
    void a_lead_of_another_system_is_held_by_the_steward_of_its_pipeline() {
        var events = decide(unknown(), new RecordLeadFound(ID, lead(EUR_900), DAY_ONE), client(MILESTONES));
        assertThat(((LeadFound) events.getFirst()).holder()).isEqualTo(new Holder(SALES_MANAGER, "steward"));
    }

    @Test
    void a_lead_keeps_the_version_of_the_pipeline_it_began_with() {
        var events = decide(unknown(), new RecordLeadFound(ID, lead(EUR_900), DAY_ONE), client(MILESTONES));
        assertThat(((LeadFound) events.getFirst()).pipelineVersion()).isEqualTo(1);
    }

    @Test
    void a_person_who_is_no_representative_finds_no_leads() {
        refused(
                unknown(),
                new FindLead(ID, lead(EUR_900)),
                person(MILESTONES, "axel", ACCOUNT_EXECUTIVE),
                "role-required");
    }

    @Test
    void an_unknown_pipeline_is_refused() {
        var nowhere = new DealContext(NOW, Actor.client("crm"), null, null);
        refused(unknown(), new RecordLeadFound(ID, lead(EUR_900), DAY_ONE), nowhere, "unknown-pipeline");
    }

    @Test
    void qualifying_needs_evidence_for_each_criterion_of_the_pipeline() {
        var partly = new LeadQualified(null, null, Map.of("budget", "200k", "need", "churn", "timing", " "));
        var refusal = refused(prospecting(), new QualifyLead(ID, partly), rita(), "criteria-unanswered");
        assertThat(refusal.allowed()).containsExactly("authority", "timing");
    }

    @Test
    void a_qualification_from_outside_meets_the_same_criteria() {
        var bare = new LeadQualified(null, null, null);
        refused(prospecting(), new RecordLeadQualified(ID, bare, DAY_ONE), client(STANDARD), "criteria-unanswered");
    }

    @Test
    void a_pipeline_without_criteria_asks_for_no_evidence() {
        var bare = new LeadQualified(null, null, null);
        assertThat(decide(prospecting(), new RecordLeadQualified(ID, bare, DAY_ONE), client(MILESTONES)))
                .containsExactly(bare);
    }

    @Test
    void only_the_recognised_holder_acts() {
        refused(
                prospecting(),
                new QualifyLead(ID, new LeadQualified(null, null, EVIDENCE)),
                person(STANDARD, "rob", SALES_REPRESENTATIVE),
                "not-the-holder");
    }

    @Test
    void a_holder_who_lost_the_role_does_not_act() {
        refused(
                prospecting(),
                new QualifyLead(ID, new LeadQualified(null, null, EVIDENCE)),
                person(STANDARD, "rita", ACCOUNT_EXECUTIVE),
                "role-required");
    }

    @Test
    void a_representative_who_still_holds_a_qualified_lead_does_not_negotiate() {
        var notYetAccepted = after(prospecting(), new LeadQualified(null, null, EVIDENCE));
        refused(notYetAccepted, new OpenNegotiation(ID), rita(), "role-required");
    }

    @Test
    void a_steward_who_holds_the_deal_acts_for_the_stage() {
        var stewarded = after(unknown(), found(EUR_900));
        var finding = new LeadQualified(null, null, EVIDENCE);
        assertThat(decide(stewarded, new QualifyLead(ID, finding), person(STANDARD, "steward", SALES_MANAGER)))
                .containsExactly(finding);
    }

    @Test
    void any_manager_may_close_a_deal_as_lost() {
        assertThat(decide(qualified(), new CloseDeal(ID, LOST), person(STANDARD, "maria", SALES_MANAGER)))
                .containsExactly(LOST.at(null));
    }

    @Test
    void no_manager_wins_a_deal_that_somebody_else_holds() {
        refused(
                agreed(),
                new CloseDeal(ID, WON_WITHOUT_VALUE),
                person(STANDARD, "maria", SALES_MANAGER),
                "not-the-holder");
    }

    @Test
    void an_act_under_an_epoch_that_the_deal_does_not_know_yet_is_refused() {
        var ahead = new DealContext(NOW, Actor.person("axel", ACCOUNT_EXECUTIVE), STANDARD, 2);
        refused(qualified(), new OpenNegotiation(ID), ahead, "holder-not-yet-known");
    }

    @Test
    void an_act_under_an_epoch_that_has_ended_is_refused() {
        var behind = new DealContext(NOW, Actor.person("axel", ACCOUNT_EXECUTIVE), STANDARD, 0);
        refused(qualified(), new OpenNegotiation(ID), behind, "epoch-passed");
    }

    @Test
    void winning_skips_no_milestone_that_the_pipeline_requires() {
        var refusal = refused(qualified(), new CloseDeal(ID, WON_WITHOUT_VALUE), axel(), "predecessor-missing");
        assertThat(refusal.allowed()).containsExactly("negotiated");
    }

    @Test
    void losing_is_possible_from_any_open_state() {
        assertThat(decide(prospecting(), new RecordClosed(ID, LOST, DAY_ONE), client(STANDARD)))
                .containsExactly(LOST.at(null));
    }

    @Test
    void a_win_without_a_value_keeps_the_last_known() {
        assertThat(((Won) won()).dossier().value()).isEqualTo(EUR_1000);
    }

    @Test
    void a_win_without_any_known_value_is_refused() {
        var worthless = after(unknown(), found(null));
        refused(worthless, new RecordClosed(ID, WON_WITHOUT_VALUE, DAY_ONE), client(MILESTONES), "value-required");
    }

    @Test
    void a_lost_deal_keeps_its_last_value() {
        var lost = (Lost) after(prospecting(), LOST.at(null));
        assertThat(lost.dossier().value()).isEqualTo(EUR_900);
    }

    @Test
    void a_required_milestone_that_was_skipped_is_awaited() {
        var refusal = refused(
                prospecting(),
                new RecordNegotiated(ID, new Negotiated(EUR_1000, null), DAY_ONE),
                client(STANDARD),
                "predecessor-missing");
        assertThat(refusal.ground()).isEqualTo(Ground.TOO_EARLY);
    }

    @Test
    void an_event_of_an_unknown_deal_is_too_early() {
        var refusal = refused(unknown(), new RecordClosed(ID, LOST, DAY_ONE), client(MILESTONES), "unknown-deal");
        assertThat(refusal.ground()).isEqualTo(Ground.TOO_EARLY);
    }

    @Test
    void a_late_qualification_is_taken_and_changes_neither_state_nor_value() {
        var wonAlready = after(unknown(), found(EUR_900), new Closed(Outcome.WON, EUR_1000, null, null));
        var late = new LeadQualified(Money.parse("EUR 1.00"), null, null);
        assertThat(decide(wonAlready, new RecordLeadQualified(ID, late, DAY_ONE), client(MILESTONES)))
                .containsExactly(late);
        var afterwards = (Won) after(wonAlready, late);
        assertThat(afterwards.dossier().value()).isEqualTo(EUR_1000);
        assertThat(afterwards.dossier().reached()).containsKey(Milestone.LEAD_QUALIFIED);
    }

    @Test
    void a_late_qualification_that_happened_after_the_close_contradicts_it() {
        var wonAlready = after(unknown(), found(EUR_900), WON_WITHOUT_VALUE.at(null));
        var afterwards = new RecordLeadQualified(ID, new LeadQualified(null, null, null), DAY_ONE.plusSeconds(1));
        refused(wonAlready, afterwards, client(MILESTONES), "contradicts-what-followed");
    }

    @Test
    void a_time_within_the_clock_skew_is_taken() {
        assertThat(decide(unknown(), foundAt(NOW.plus(Duration.ofMinutes(5))), client(MILESTONES)))
                .hasSize(1);
    }

    @Test
    void a_time_beyond_the_clock_skew_is_refused() {
        refused(unknown(), foundAt(NOW.plus(Duration.ofMinutes(5)).plusNanos(1)), client(MILESTONES), "time-in-future");
    }

    @Test
    void the_future_is_refused_for_an_unknown_deal_too() {
        var nowhere = new DealContext(NOW, Actor.client("crm"), null, null);
        refused(unknown(), new RecordClosed(ID, LOST, NOW.plus(Duration.ofDays(1))), nowhere, "time-in-future");
    }

    @Test
    void a_hand_over_waits_until_support_holds_the_deal() {
        var packed = new HandoverPackage("all signed", List.of("training in May"), "Ann");
        var requested = after(won(), new HandoverRequested(packed));
        assertThat(requested).isInstanceOf(Won.class);
        assertThat(decide(requested, new RecogniseHolder(ID, SUZY, 2), client(MILESTONES)))
                .containsExactly(new HolderRecognised(SUZY, 2), new HandedToSupport("suzy", packed));
    }

    @Test
    void an_epoch_that_is_not_newer_changes_nothing() {
        assertThat(decide(qualified(), new RecogniseHolder(ID, AXEL, 1), client(STANDARD)))
                .isEmpty();
    }

    @Test
    void an_impossible_transition_names_state_and_event() {
        assertThatThrownBy(() -> after(prospecting(), new HandedToSupport("suzy", null)))
                .isInstanceOf(ImpossibleTransition.class)
                .hasMessageContaining("Prospecting")
                .hasMessageContaining("HandedToSupport");
    }

    private static RecordLeadFound foundAt(Instant at) {
        return new RecordLeadFound(ID, lead(EUR_900), at);
    }

    private static DealContext rita() {
        return person(STANDARD, "rita", SALES_REPRESENTATIVE);
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static List<DealEvent> decide(DealState state, DealCommand command, DealContext context) {
        return DealDecisions.decide(state, command, context);
    }

    private static DealRejected refused(DealState state, DealCommand command, DealContext context, String code) {
        var refusal = catchThrowableOfType(DealRejected.class, () -> decide(state, command, context));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
