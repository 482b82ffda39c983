package dev.baton.cli.proof;

import static dev.baton.cli.proof.Log.ANNA;
import static dev.baton.cli.proof.Log.BORIS;
import static dev.baton.cli.proof.Log.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final String ANNAS_PLACES = "account-executive/anna";

    @Test
    void a_relay_without_fault_is_proven_and_its_hand_offs_are_counted_apart() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .offered(BORIS, 2)
                .accepted(BORIS, 2, "PERSON")
                .transferred(ANNA, BORIS, 2, "PERSON")
                .forced(BORIS, ANNA, 3, "steward")
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.handOffs())
                .containsEntry("POLICY", 1)
                .containsEntry("PERSON", 1)
                .containsEntry("FORCED", 1);
        assertThat(verdict.holdings()).isEqualTo(4);
        assertThat(verdict.carried()).isOne();
    }

    @Test
    void a_lost_deal_ends_with_its_last_holder() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .lost()
                .ended(ANNA, 1)
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.carried()).isZero();
    }

    @Test
    void a_deal_whose_service_has_ended_ends_with_its_last_holder() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .deal("service-ended", "{\"outcome\":\"CHURNED\",\"reason\":\"moved\"}")
                .ended(ANNA, 1)
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.carried()).isZero();
    }

    @Test
    void two_holders_are_found() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .handedOver(STEWARD, BORIS, 2)
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.TWO_HOLDERS);
    }

    @Test
    void a_second_beginning_is_found() {
        assertThat(faults(Log.ofOneDeal().opened(ANNA).verdict())).containsExactly(Fault.TWO_HOLDERS);
    }

    @Test
    void a_first_holder_other_than_the_deal_named_is_found() {
        assertThat(faults(new Log().found().opened(ANNA).verdict())).containsExactly(Fault.TWO_HOLDERS);
    }

    @Test
    void a_gap_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .lost()
                .ended(STEWARD, 0)
                .deal("lead-qualified", "{}")
                .handedOver(STEWARD, ANNA, 1)
                .verdict();
        assertThat(faults(verdict)).containsOnly(Fault.GAP, Fault.STILL_HELD);
    }

    @Test
    void a_deal_that_never_gets_a_holder_is_a_gap() {
        Verdict verdict = new Log().deal("lead-found", "{\"title\":\"x\"}").verdict();
        assertThat(faults(verdict)).containsExactly(Fault.GAP);
    }

    @Test
    void whom_the_first_event_names_holds_the_deal_before_role_assignment_has_written_it_down() {
        Verdict verdict = new Log().found().verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.unopened()).isOne();
        assertThat(verdict.carried()).isOne();
    }

    @Test
    void a_hand_off_before_responsibility_began_is_a_gap() {
        assertThat(faults(new Log().found().handedOver(STEWARD, ANNA, 1).verdict()))
                .containsExactly(Fault.GAP);
    }

    @Test
    void an_end_of_responsibility_for_a_deal_that_goes_on_is_found() {
        assertThat(faults(Log.ofOneDeal().ended(STEWARD, 0).verdict())).containsExactly(Fault.ENDED_EARLY);
    }

    @Test
    void an_old_epoch_that_was_accepted_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .handedOver(ANNA, BORIS, 1)
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.OLD_EPOCH);
    }

    @Test
    void an_epoch_left_out_is_found() {
        assertThat(faults(Log.ofOneDeal().handedOver(STEWARD, ANNA, 2).verdict()))
                .containsExactly(Fault.SKIPPED_EPOCH);
    }

    @Test
    void a_hand_off_without_acceptance_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void an_acceptance_by_somebody_else_is_none() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .accepted(BORIS, 1, "PERSON")
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void an_acceptance_by_policy_recorded_as_a_persons_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .accepted(ANNA, 1, "POLICY")
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void an_offer_that_was_cancelled_cannot_be_used() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .accepted(ANNA, 1, "PERSON")
                .responsibility("offer-cancelled", "{\"offer\":\"o1\",\"reason\":\"reassigned\"}")
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void an_offer_that_has_expired_cannot_be_used() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .responsibility(
                        "offer-expired", "{\"offer\":\"o1\",\"to\":" + ANNA + ",\"cause\":\"NOT_ACCEPTED_IN_TIME\"}")
                .accepted(ANNA, 1, "PERSON")
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void a_hand_off_forced_by_somebody_who_is_no_manager_is_found() {
        assertThat(faults(Log.ofOneDeal().forced(STEWARD, ANNA, 1, "anna").verdict()))
                .containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void capacity_exceeded_is_found() {
        Verdict verdict = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":2}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .member(ANNAS_PLACES, "slot-confirmed", "{\"deal\":\"a\"}")
                .member(ANNAS_PLACES, "slot-reserved", place("b", 2, false))
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.CAPACITY_EXCEEDED);
    }

    @Test
    void a_place_above_capacity_by_override_is_counted_and_no_fault() {
        Verdict verdict = new Log()
                .member("sales-manager/mia", "member-joined", "{\"member\":\"mia\",\"capacity\":0}")
                .member("sales-manager/mia", "slot-reserved", place("a", 1, true))
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.overrides()).isOne();
    }

    @Test
    void capacity_lowered_below_the_load_is_no_fault_until_another_place_is_taken() {
        Log log = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":2}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .member(ANNAS_PLACES, "slot-reserved", place("b", 1, false))
                .member(ANNAS_PLACES, "capacity-changed", "{\"capacity\":1}");
        assertThat(log.verdict().findings()).isEmpty();
        log.member(ANNAS_PLACES, "slot-released", "{\"deal\":\"a\",\"reason\":\"handed over\"}")
                .member(ANNAS_PLACES, "slot-reserved", place("c", 1, false));
        assertThat(faults(log.verdict())).containsExactly(Fault.CAPACITY_EXCEEDED);
    }

    @Test
    void a_place_that_weighs_less_makes_room_and_one_that_weighs_more_again_is_no_fault() {
        Log log = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":1}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .member(ANNAS_PLACES, "slot-weighed", "{\"deal\":\"a\",\"weight\":0,\"reason\":\"ONBOARDED\"}")
                .member(ANNAS_PLACES, "slot-reserved", place("b", 1, false))
                .member(ANNAS_PLACES, "slot-weighed", "{\"deal\":\"a\",\"weight\":1,\"reason\":\"USUAL\"}");
        assertThat(log.verdict().findings()).isEmpty();
        log.member(ANNAS_PLACES, "slot-reserved", place("c", 1, false));
        assertThat(faults(log.verdict())).containsExactly(Fault.CAPACITY_EXCEEDED);
    }

    @Test
    void a_place_taken_while_absent_is_found() {
        Verdict verdict = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":9}")
                .member(ANNAS_PLACES, "availability-changed", "{\"availability\":\"ABSENT\"}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.PLACE_WHILE_AWAY);
    }

    @Test
    void two_places_for_one_deal_are_found() {
        Verdict verdict = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":9}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, false))
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.SECOND_PLACE);
    }

    @Test
    void a_deal_that_role_assignment_never_heard_of_is_found() {
        Verdict verdict = Log.ofOneDeal().lostOnTheWay("lead-found", "{}").verdict();
        assertThat(faults(verdict)).containsExactly(Fault.UNKNOWN_TO_ROLES);
        assertThat(verdict.deals()).isEqualTo(2);
    }

    @Test
    void a_deal_that_recognises_somebody_else_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .deal("holder-recognised", "{\"holder\":" + BORIS + ",\"epoch\":1}")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.WRONG_RECOGNITION);
    }

    @Test
    void a_hole_in_the_log_is_found() {
        Verdict verdict =
                Log.ofOneDeal().oneMissing().handedOver(STEWARD, ANNA, 1).verdict();
        assertThat(faults(verdict)).containsExactly(Fault.LOG_HOLE);
    }

    @Test
    void a_lost_deal_may_be_carried_again_under_the_next_epoch() {
        Log again = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .lost()
                .ended(ANNA, 1)
                .deal("deal-reopened", "{\"attempt\":2}")
                .responsibility("responsibility-reopened", "{\"holder\":%s,\"epoch\":2}".formatted(ANNA));
        Verdict verdict = again.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.carried()).isEqualTo(1);
    }

    @Test
    void a_deal_may_be_taken_up_again_before_its_end_is_on_record() {
        assertThat(takenUpAgain().verdict().findings()).isEmpty();
        assertThat(faults(takenUpAgain().ended(ANNA, 2).verdict())).containsExactly(Fault.ENDED_EARLY);
    }

    private static Log takenUpAgain() {
        return Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .lostAndReopened()
                .ended(ANNA, 1)
                .responsibility("responsibility-reopened", "{\"holder\":%s,\"epoch\":2}".formatted(ANNA));
    }

    @Test
    void a_deal_that_is_carried_again_under_an_old_epoch_is_found() {
        Log again = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .lost()
                .ended(ANNA, 1)
                .deal("deal-reopened", "{\"attempt\":2}")
                .responsibility("responsibility-reopened", "{\"holder\":%s,\"epoch\":1}".formatted(ANNA));
        assertThat(faults(again.verdict())).containsExactly(Fault.OLD_EPOCH);
    }

    @Test
    void a_deal_that_begins_again_while_somebody_holds_it_is_found() {
        Log twice = Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .responsibility("responsibility-reopened", "{\"holder\":%s,\"epoch\":2}".formatted(BORIS));
        assertThat(faults(twice.verdict())).containsExactly(Fault.TWO_HOLDERS);
    }

    @Test
    void findings_are_told_with_their_meaning() {
        String text = VerdictText.of(Log.ofOneDeal()
                .handedOver(STEWARD, ANNA, 1)
                .handedOver(STEWARD, BORIS, 2)
                .verdict());
        assertThat(text).contains("NOT PROVEN", "TWO_HOLDERS", Log.DEAL, Fault.TWO_HOLDERS.meaning());
    }

    @Test
    void an_override_for_somebody_who_was_given_nothing_is_found() {
        Verdict verdict = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":9}")
                .member(ANNAS_PLACES, "slot-reserved", place("a", 1, true))
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.UNFOUNDED_OVERRIDE);
    }

    @Test
    void a_second_offer_while_one_stands_is_found() {
        Verdict verdict = Log.ofOneDeal().offered(ANNA, 1).offered(BORIS, 2).verdict();
        assertThat(faults(verdict)).containsExactly(Fault.SECOND_OFFER);
    }

    @Test
    void an_offer_to_somebody_else_than_was_decided_on_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .responsibility(
                        "assignment-decided",
                        "{\"role\":\"ACCOUNT_EXECUTIVE\",\"chosen\":\"boris\",\"candidates\":[{\"member\":\"boris\",\"eligible\":true}]}")
                .handedOver(STEWARD, ANNA, 1)
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.OTHER_THAN_DECIDED);
    }

    @Test
    void a_yes_in_somebody_elses_name_is_none() {
        Verdict verdict = Log.ofOneDeal()
                .offered(ANNA, 1)
                .acceptedBy("boris", ANNA, 1, "PERSON")
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_ACCEPTANCE);
    }

    @Test
    void what_is_left_undone_at_the_end_of_the_log_is_found() {
        assertThat(faults(Log.ofOneDeal().atRest().lost().verdictOfWhatThereIs()))
                .containsExactly(Fault.STILL_HELD);
        assertThat(faults(Log.ofOneDeal()
                        .lost()
                        .ended(STEWARD, 0)
                        .atRest()
                        .deal("deal-reopened", "{\"attempt\":2}")
                        .verdictOfWhatThereIs()))
                .containsExactly(Fault.GAP);
        assertThat(faults(Log.ofOneDeal().handedOver(STEWARD, ANNA, 1).verdictOfWhatThereIs()))
                .containsExactly(Fault.UNRECOGNISED);
        assertThat(faults(Log.ofOneDeal()
                        .atRest()
                        .offered(ANNA, 1)
                        .accepted(ANNA, 1, "PERSON")
                        .verdictOfWhatThereIs()))
                .containsExactly(Fault.NOT_HANDED_OVER);
        assertThat(faults(Log.ofOneDeal().verdictOfWhatThereIs())).containsExactly(Fault.NO_PLACE);
        assertThat(faults(Log.ofOneDeal()
                        .atRest()
                        .handedOver(STEWARD, ANNA, 1)
                        .recognised(ANNA, 1)
                        .verdictOfWhatThereIs()))
                .containsExactly(Fault.PLACE_LEFT);
    }

    @Test
    void a_place_that_was_not_taken_is_not_given_back() {
        Verdict verdict = new Log()
                .member(ANNAS_PLACES, "member-joined", "{\"member\":\"anna\",\"capacity\":9}")
                .member(ANNAS_PLACES, "slot-released", "{\"deal\":\"a\"}")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.NO_SUCH_PLACE);
    }

    @Test
    void an_event_that_reads_otherwise_in_the_other_log_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .otherwiseInDeals("negotiated", "{\"a\":1}", "{\"a\":2}")
                .verdict();
        assertThat(faults(verdict)).containsExactly(Fault.ALTERED);
    }

    private static String place(String deal, int weight, boolean override) {
        return "{\"deal\":\"%s\",\"weight\":%d,\"override\":%b,\"reason\":\"hand-off\"}"
                .formatted(deal, weight, override);
    }

    private static List<Fault> faults(Verdict verdict) {
        return verdict.findings().stream().map(Finding::fault).toList();
    }
}
