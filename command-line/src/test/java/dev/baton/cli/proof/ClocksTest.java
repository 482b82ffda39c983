package dev.baton.cli.proof;

import static dev.baton.cli.proof.Log.ANNA;
import static dev.baton.cli.proof.Log.BORIS;
import static dev.baton.cli.proof.Log.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The other clock, and periods of it.
class ClocksTest {
    private static final String JANUARY = "2017-01-10T12:00:00Z";
    private static final String FEBRUARY = "2017-02-10T12:00:00Z";
    private static final String MARCH = "2017-03-10T12:00:00Z";

    @Test
    void a_hand_off_at_the_time_of_its_cause_is_proven_on_both_clocks() {
        Verdict verdict = Log.ofOneDeal()
                .at(FEBRUARY)
                .deal("lead-qualified", "{}")
                .handedOver(STEWARD, ANNA, 1)
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.logOrder()).isEqualTo(new Verdict.Clock(2, 0, 0));
        assertThat(verdict.effectiveTime()).isEqualTo(new Verdict.Clock(2, 0, 0));
    }

    @Test
    void news_that_comes_late_reaches_no_further_back_than_the_holding() {
        Verdict verdict = Log.ofOneDeal()
                .at(MARCH)
                .deal("lead-qualified", "{}")
                .handedOver(STEWARD, ANNA, 1)
                .at(FEBRUARY)
                .deal("negotiated", "{}")
                .at(MARCH)
                .handedOver(ANNA, BORIS, 2)
                .verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.holdingsOfNoTime()).isOne();
    }

    @Test
    void a_holding_that_begins_before_the_one_before_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .at(MARCH)
                .deal("lead-qualified", "{}")
                .handedOver(STEWARD, ANNA, 1)
                .at(FEBRUARY)
                .deal("negotiated", "{}")
                .handedOver(ANNA, BORIS, 2)
                .verdict();
        assertThat(verdict.findings()).extracting(Finding::fault).contains(Fault.OVERLAP_IN_TIME);
        assertThat(verdict.effectiveTime().overlaps()).isOne();
        assertThat(verdict.logOrder().overlaps()).isZero();
        assertThat(verdict.clean()).isFalse();
    }

    @Test
    void a_first_holding_that_begins_after_the_deal_is_a_gap_in_time() {
        Verdict verdict = new Log().found().at(FEBRUARY).opened(STEWARD).verdict();
        assertThat(verdict.findings()).extracting(Finding::fault).containsExactly(Fault.GAP_IN_TIME);
        assertThat(verdict.effectiveTime().gaps()).isOne();
    }

    @Test
    void a_hand_off_that_takes_effect_later_than_its_cause_is_found() {
        Verdict verdict = Log.ofOneDeal()
                .at(FEBRUARY)
                .deal("lead-qualified", "{}")
                .at(MARCH)
                .handedOver(STEWARD, ANNA, 1)
                .verdict();
        assertThat(verdict.findings()).extracting(Finding::fault).containsExactly(Fault.WRONG_TIME);
    }

    @Test
    void an_end_before_the_close_is_found() {
        Verdict verdict =
                Log.ofOneDeal().at(MARCH).lost().at(FEBRUARY).ended(STEWARD, 0).verdict();
        assertThat(verdict.findings()).extracting(Finding::fault).containsExactly(Fault.WRONG_TIME);
    }

    @Test
    void a_period_counts_what_happened_in_it() throws IOException {
        Verdict verdict = threeMonths(Period.of("2017-02-01", "2017-03-01"));
        assertThat(verdict.deals()).isOne();
        assertThat(verdict.carried()).isOne();
        assertThat(verdict.holdings()).isOne();
        assertThat(verdict.handOffs()).containsEntry("POLICY", 1);
        assertThat(verdict.clean()).isTrue();
    }

    @Test
    void a_deal_that_ended_before_the_period_is_none_of_it() throws IOException {
        Verdict verdict = threeMonths(Period.of("2017-04-01", null));
        assertThat(verdict.deals()).isZero();
        assertThat(verdict.carried()).isZero();
        assertThat(VerdictText.of(verdict)).contains("period      2017-04-01T00:00:00Z to the end");
    }

    private static Verdict threeMonths(Period period) {
        return Log.ofOneDeal(period)
                .at(FEBRUARY)
                .deal("lead-qualified", "{}")
                .handedOver(STEWARD, ANNA, 1)
                .at(MARCH)
                .lost()
                .ended(ANNA, 1)
                .verdict();
    }

    @Test
    void a_fault_outside_of_the_period_is_not_its_own_and_a_hole_in_the_log_always_is() throws IOException {
        Log log = Log.ofOneDeal(Period.of("2017-03-01", "2017-04-01"))
                .at(JANUARY)
                .deal("lead-qualified", "{}")
                .offered(ANNA, 1)
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .oneMissing()
                .handedOver(ANNA, BORIS, 2);
        assertThat(log.verdict().findings()).extracting(Finding::fault).containsExactly(Fault.LOG_HOLE);
    }

    @Test
    void a_period_that_is_none_is_refused() {
        assertThatThrownBy(() -> Period.of("2017-03-01", "2017-03-01")).hasMessage("--to must be after --from");
        assertThatThrownBy(() -> Period.of("spring", null)).hasMessageContaining("--from takes a day like 2017-03-01");
    }
}
