package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.SUZY;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.refused;
import static dev.baton.deal.lifecycle.Deals.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.ClosingCommand.PrepareHandover;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.terms.TermsRules;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From the executive to support.
class HandoversTest {
    private static final HandoverPackage WHOLE = new HandoverPackage("signed", List.of("training"), "Ann");
    private static final HandoverPackage HALF = new HandoverPackage("signed", null, null);
    private static final Pipeline NEEDS_ALL = new Pipeline(
            "standard",
            2,
            STANDARD.required(),
            STANDARD.criteria(),
            "steward",
            STANDARD.clockSkew(),
            STANDARD.parkedTimeToLive(),
            Limits.USUAL,
            EnumSet.allOf(HandoverPart.class),
            TermsRules.USUAL,
            ServiceRules.USUAL,
            SlaRules.NONE);

    @Test
    void a_deal_is_handed_over_when_support_holds_it_and_the_package_is_complete() {
        var packed = after(won(), new HandoverPrepared(WHOLE));
        assertThat(decide(packed, new RecogniseHolder(ID, SUZY, 2), client(NEEDS_ALL)))
                .containsExactly(new HolderRecognised(SUZY, 2), new HandedToSupport("suzy", WHOLE));
    }

    @Test
    void a_hand_over_waits_until_its_package_is_complete() {
        var half = after(won(), new HandoverPrepared(HALF));
        assertThat(decide(half, new RecogniseHolder(ID, SUZY, 2), client(NEEDS_ALL)))
                .containsExactly(new HolderRecognised(SUZY, 2));
        var held = after(half, new HolderRecognised(SUZY, 2));
        assertThat(decide(held, new PrepareHandover(ID, WHOLE), axel()))
                .containsExactly(new HandoverPrepared(WHOLE), new HandedToSupport("suzy", WHOLE));
    }

    @Test
    void a_manager_may_let_an_incomplete_package_pass() {
        var passing = after(won(), new RuleOverridden("handover-incomplete", "known customer", "melvin"));
        assertThat(decide(passing, new RecogniseHolder(ID, SUZY, 2), client(NEEDS_ALL)))
                .containsExactly(new HolderRecognised(SUZY, 2), new HandedToSupport("suzy", null));
    }

    @Test
    void a_hand_over_that_waited_for_its_package_follows_when_a_manager_lets_it_pass() {
        var held = after(won(), new HolderRecognised(SUZY, 2));
        var melvin = person(NEEDS_ALL, "melvin", SALES_MANAGER);
        assertThat(decide(held, new OverrideRule(ID, Rule.HANDOVER_INCOMPLETE, "known customer"), melvin))
                .containsExactly(
                        new RuleOverridden("handover-incomplete", "known customer", "melvin"),
                        new HandedToSupport("suzy", null));
    }

    @Test
    void support_says_what_is_missing_and_the_executive_keeps_the_deal() {
        var rejected = decide(won(), new RejectHandover(ID, List.of("whom to call")), sam());
        assertThat(rejected).containsExactly(new HandoverRejected(List.of("whom to call"), "sam"));
        assertThat(after(won(), rejected.getFirst())).isEqualTo(won());
    }

    @Test
    void what_support_says_in_declining_an_offer_is_said_once_however_often_it_arrives() {
        var reject = new RejectHandover(ID, List.of("whom to call"), "offer-1");
        var rejected = new HandoverRejected(List.of("whom to call"), "sam", "offer-1");
        assertThat(decide(won(), reject, sam())).containsExactly(rejected);
        var packed = after(won(), rejected, new HandoverPrepared(WHOLE));
        assertThat(decide(packed, reject, sam())).isEmpty();
        var another = new RejectHandover(ID, List.of("whom to call"), "offer-2");
        assertThat(decide(packed, another, sam())).hasSize(1);
    }

    @Test
    void another_system_may_ask_again_for_a_hand_over_that_was_rejected() {
        var asked = after(won(), new HandoverRequested(HALF), new HandoverRejected(List.of("whom to call"), "sam"));
        assertThat(decide(asked, new RecordHandover(ID, new HandoverRequested(WHOLE), NOW), client(STANDARD)))
                .hasSize(1);
    }

    @Test
    void support_that_has_taken_a_deal_does_not_reject_it() {
        var held = after(won(), new HolderRecognised(SUZY, 2));
        refused(held, new RejectHandover(ID, List.of("whom to call")), sam(), "already-accepted");
    }

    @Test
    void only_support_rejects_a_hand_over() {
        refused(won(), new RejectHandover(ID, List.of("all")), axel(), "role-required");
        refused(
                won(),
                new RejectHandover(ID, List.of("all")),
                person(NEEDS_ALL, "melvin", SALES_MANAGER),
                "role-required");
    }

    @Test
    void a_stranger_does_not_prepare_a_hand_over() {
        refused(won(), new PrepareHandover(ID, WHOLE), person(NEEDS_ALL, "eve", ACCOUNT_EXECUTIVE), "not-the-holder");
    }

    private static DealContext axel() {
        return person(NEEDS_ALL, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext sam() {
        return person(NEEDS_ALL, "sam", CUSTOMER_SUPPORT_REPRESENTATIVE);
    }
}
