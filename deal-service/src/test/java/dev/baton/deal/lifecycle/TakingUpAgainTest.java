package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Deals.ACME;
import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.OTHER;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.agreed;
import static dev.baton.deal.lifecycle.Deals.by;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.disqualified;
import static dev.baton.deal.lifecycle.Deals.inSupport;
import static dev.baton.deal.lifecycle.Deals.lost;
import static dev.baton.deal.lifecycle.Deals.merged;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.prospecting;
import static dev.baton.deal.lifecycle.Deals.qualified;
import static dev.baton.deal.lifecycle.Deals.refused;
import static dev.baton.deal.lifecycle.Deals.won;
import static dev.baton.deal.lifecycle.Deals.wonInDoubt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.ClosingCommand.ApproveReversal;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.ClosingCommand.Reopen;
import dev.baton.deal.lifecycle.ClosingCommand.ReverseClose;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import org.junit.jupiter.api.Test;

/// Deals that are taken up again, and deals that go on as another one.
class TakingUpAgainTest {
    private static final Holder MELVIN = new Holder(SALES_MANAGER, "melvin");
    private static final Closed LOST_FOR_GOOD = new Closed(Outcome.LOST, null, "PRICE", null);

    @Test
    void a_manager_reopens_a_lost_deal_for_the_next_attempt_but_never_beyond_negotiation() {
        assertThat(decide(lost(), new Reopen(ID, "they called"), melvin()))
                .containsExactly(new DealReopened(2, Stage.NEGOTIATING, "they called", MELVIN, AXEL));
        var lostEarly = after(qualified(), LOST_FOR_GOOD);
        assertThat(((DealReopened) decide(lostEarly, new Reopen(ID, "they called"), melvin())
                                .getFirst())
                        .stage())
                .isEqualTo(Stage.QUALIFIED);
    }

    @Test
    void only_a_manager_reopens_a_lost_deal() {
        refused(lost(), new Reopen(ID, "they called"), axel(), "role-required");
    }

    @Test
    void a_disqualified_lead_is_reopened_as_a_lead() {
        assertThat(((DealReopened) decide(disqualified(), new Reopen(ID, "money came"), melvin())
                                .getFirst())
                        .stage())
                .isEqualTo(Stage.PROSPECTING);
    }

    @Test
    void attempts_are_counted() {
        var second = after(lost(), reopened(2), LOST_FOR_GOOD);
        assertThat(((DealReopened) decide(second, new Reopen(ID, "once more"), melvin())
                                .getFirst())
                        .attempt())
                .isEqualTo(3);
    }

    @Test
    void a_reopened_deal_can_be_agreed_and_closed_again() {
        var again = (Negotiating) after(lost(), reopened(2));
        assertThat(again.dossier().reached().keySet()).containsExactly(Milestone.LEAD_FOUND, Milestone.LEAD_QUALIFIED);
        assertThat(after(again, new Negotiated(EUR_900, null), new Closed(Outcome.WON, null, null, null)))
                .isInstanceOf(Won.class);
    }

    @Test
    void what_happened_before_a_deal_was_reopened_does_not_count_after_it() {
        var again = lost().evolve(reopened(2), NOW.minusSeconds(60));
        var terms = new RecordNegotiated(ID, new Negotiated(EUR_900, null), DAY_ONE);
        refused(again, terms, client(STANDARD), "contradicts-what-followed");
    }

    @Test
    void overridden_rules_hold_again_when_a_deal_is_set_back_and_needs_stay() {
        var told = after(
                agreed(),
                new RuleOverridden("predecessor-missing", "known", "melvin"),
                new NeedRecorded("n1", "speed"));
        var back = (Negotiating) after(told, new TermsReopened("two more sites"));
        assertThat(back.dossier().passes("predecessor-missing")).isFalse();
        assertThat(back.dossier().terms().needs().ids()).containsExactly("n1");
        assertThat(back.dossier().has(Milestone.NEGOTIATED)).isFalse();
    }

    @Test
    void the_executive_reopens_the_terms() {
        assertThat(decide(agreed(), new ReviseTerms(ID, "two more sites"), axel()))
                .containsExactly(new TermsReopened("two more sites"));
    }

    @Test
    void a_win_is_reversed_when_a_second_manager_approves() {
        var asked = decide(won(), new ReverseClose(ID, Reversal.BOOKED_IN_ERROR, "wrong card"), melvin());
        assertThat(asked).containsExactly(new ReversalRequested(Reversal.BOOKED_IN_ERROR, "wrong card", "melvin"));
        var doubted = after(won(), asked.getFirst());
        assertThat(doubted.stateName()).isEqualTo("Won");
        assertThat(decide(doubted, new ApproveReversal(ID), cara()))
                .containsExactly(new CloseReversed(Reversal.BOOKED_IN_ERROR, "wrong card", "melvin", "cara", AXEL));
    }

    @Test
    void nobody_approves_their_own_reversal() {
        var refusal = refused(wonInDoubt(), new ApproveReversal(ID), melvin(), "own-request");
        assertThat(refusal.allowed()).containsExactly("another SALES_MANAGER");
    }

    @Test
    void nobody_approves_what_nobody_asked_for() {
        refused(won(), new ApproveReversal(ID), cara(), "nothing-to-approve");
    }

    @Test
    void a_reversal_is_a_managers_to_ask_for() {
        refused(won(), new ReverseClose(ID, Reversal.CLIENT_CANCELLED, "withdrew"), axel(), "role-required");
    }

    @Test
    void a_win_that_was_booked_in_error_is_in_negotiation_in_the_same_attempt() {
        var back = (Negotiating) after(wonInDoubt(), reversed(Reversal.BOOKED_IN_ERROR));
        assertThat(back.dossier().course().attempt()).isEqualTo(1);
        assertThat(back.dossier().reached().keySet()).doesNotContain(Milestone.NEGOTIATED, Milestone.CLOSED);
        assertThat(decide(back, new RecordClosed(ID, win(), NOW), client(Deals.MILESTONES)))
                .hasSize(1);
    }

    @Test
    void a_win_whose_client_cancelled_is_lost_and_may_be_reopened() {
        var lost = (Lost) after(wonInDoubt(), reversed(Reversal.CLIENT_CANCELLED));
        assertThat(lost.reopensAt()).isEqualTo(Stage.NEGOTIATING);
    }

    @Test
    void a_customer_in_support_names_the_executive_who_closed() {
        var asked = after(inSupport(), new ReversalRequested(Reversal.CLIENT_CANCELLED, "withdrew", "melvin"));
        var reversed =
                (CloseReversed) decide(asked, new ApproveReversal(ID), cara()).getFirst();
        assertThat(reversed.closedBy()).isEqualTo(AXEL);
    }

    @Test
    void a_deal_is_merged_into_another_one_of_the_same_customer() {
        assertThat(decide(qualified(), new MergeInto(ID, OTHER, "entered twice"), axelHere()))
                .containsExactly(new DealMerged(OTHER, "entered twice"));
    }

    @Test
    void no_deal_is_merged_into_itself_or_into_nothing() {
        refused(qualified(), new MergeInto(ID, ID, null), axelHere(), "no-survivor");
        refused(qualified(), new MergeInto(ID, "nowhere", null), axelHere(), "no-survivor");
    }

    @Test
    void deals_of_different_customers_are_not_merged() {
        var nobodys = after(
                new Unknown(),
                new Lead("standard", "Bikes", null, null, null, null, null, EUR_1000, null).foundUnder(1, AXEL));
        refused(nobodys, new MergeInto(ID, OTHER, null), axelHere(), "another-customer");
        assertThat(((Prospecting) prospecting()).dossier().lead().customer()).isEqualTo(ACME);
    }

    @Test
    void a_merged_deal_takes_no_more_reports() {
        var finding = new LeadQualified(null, null, EVIDENCE);
        refused(
                merged(),
                new RecordMilestone.RecordLeadQualified(ID, finding, DAY_ONE),
                client(STANDARD),
                "contradicts-what-followed");
    }

    private static Close win() {
        return new Close(Outcome.WON, EUR_1000, null, null);
    }

    private static DealReopened reopened(int attempt) {
        return new DealReopened(attempt, Stage.NEGOTIATING, "they called", MELVIN, AXEL);
    }

    private static CloseReversed reversed(Reversal kind) {
        return new CloseReversed(kind, "wrong card", "melvin", "cara", AXEL);
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext axelHere() {
        return by(Actor.person("axel", ACCOUNT_EXECUTIVE), STANDARD);
    }

    private static DealContext melvin() {
        return person(STANDARD, "melvin", SALES_MANAGER);
    }

    private static DealContext cara() {
        return person(STANDARD, "cara", SALES_MANAGER);
    }
}
