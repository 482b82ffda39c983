package dev.baton.cli.proof;

import static dev.baton.cli.proof.Log.ANNA;
import static dev.baton.cli.proof.Log.BORIS;
import static dev.baton.cli.proof.Log.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.proof.DealStatement.Evidence;
import dev.baton.cli.proof.DealStatement.Held;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page of one deal.
class StatementTest {

    private static Log handedOverTwice() {
        return Log.ofOneDeal()
                .at("2017-02-10T12:00:00Z")
                .deal("lead-qualified", "{}")
                .offered(BORIS, 1)
                .responsibility("offer-declined", "{\"offer\":\"o1\",\"by\":" + BORIS + ",\"reason\":\"on <holiday>\"}")
                .responsibility(
                        "assignment-decided",
                        "{\"role\":\"ACCOUNT_EXECUTIVE\",\"policy\":\"default\",\"policyVersion\":3,\"chosen\":\"anna\","
                                + "\"candidates\":[{\"member\":\"anna\",\"eligible\":true,\"reasons\":[\"least load\"]},"
                                + "{\"member\":\"boris\",\"eligible\":false,\"reasons\":[\"declined\"]}]}")
                .responsibility("offer-made", "{\"offer\":\"o2\",\"to\":" + ANNA + ",\"epoch\":1}")
                .accepted(ANNA, 2, "PERSON")
                .responsibility(
                        "responsibility-transferred",
                        "{\"from\":%s,\"to\":%s,\"epoch\":1,\"cause\":\"LEAD_QUALIFIED\",\"acceptance\":\"PERSON\",\"offer\":\"o2\"}"
                                .formatted(STEWARD, ANNA))
                .recognised(ANNA, 1)
                .at("2017-03-10T12:00:00Z")
                .forced(ANNA, BORIS, 2, "steward");
    }

    @Test
    void what_routing_had_chosen_is_not_told_of_a_holding_that_a_manager_forced() {
        DealStatement statement = Log.ofOneDeal()
                .responsibility(
                        "assignment-decided",
                        "{\"role\":\"ACCOUNT_EXECUTIVE\",\"policy\":\"default\",\"policyVersion\":3,\"chosen\":\"boris\","
                                + "\"candidates\":[{\"member\":\"boris\",\"eligible\":true,\"reasons\":[\"least load\"]}]}")
                .forced(STEWARD, ANNA, 1, "steward")
                .statement();
        assertThat(statement.holdings().getLast().member()).isEqualTo("anna");
        assertThat(statement.holdings().getLast().decision()).isNull();
    }

    @Test
    void each_holding_is_told_on_both_clocks_with_how_it_was_taken() {
        List<Held> holdings = handedOverTwice().statement().holdings();
        assertThat(holdings).extracting(Held::member).containsExactly("steward", "anna", "boris");
        assertThat(holdings).extracting(Held::acceptance).containsExactly("NAMED", "PERSON", "FORCED");
        assertThat(holdings.get(0).name()).isEqualTo("Stella <Ward>");
        Held anna = holdings.get(1);
        assertThat(anna.from()).isEqualTo(Instant.parse("2017-02-10T12:00:00Z"));
        assertThat(anna.to()).isEqualTo(Instant.parse("2017-03-10T12:00:00Z"));
        assertThat(anna.recordedFrom()).isBefore(anna.recordedTo());
        assertThat(holdings.get(2).to()).isNull();
        assertThat(holdings.get(2).by()).isEqualTo("steward");
    }

    @Test
    void every_offer_stands_with_its_answer_and_the_decision_with_what_spoke_for_it() {
        Held anna = handedOverTwice().statement().holdings().get(1);
        assertThat(anna.offers())
                .extracting(offer -> offer.member() + " " + offer.answer())
                .containsExactly("boris DECLINED", "anna ACCEPTED");
        assertThat(anna.decision()).isNotNull();
        assertThat(StatementText.chosen(anna.decision()))
                .isEqualTo(
                        "least load; policy default version 3, 1 of 2 candidates eligible (role-assignment-service 8)");
    }

    @Test
    void each_holding_names_the_facts_that_prove_it_and_their_places() {
        Held anna = handedOverTwice().statement().holdings().get(1);
        assertThat(anna.proof())
                .extracting(Evidence::type)
                .contains("baton.responsibility.responsibility-transferred.v1", "baton.deal.holder-recognised.v1");
        assertThat(anna.proof())
                .filteredOn(evidence -> evidence.log().equals("deal-service"))
                .extracting(Evidence::position)
                .containsExactly(3L);
        assertThat(anna.proof()).extracting(Evidence::position).doesNotContain(0L);
    }

    @Test
    void a_deal_with_a_fault_is_not_proven_and_says_where() {
        DealStatement statement = Log.ofOneDeal()
                .offered(ANNA, 1)
                .transferred(STEWARD, ANNA, 1, "PERSON")
                .statement();
        assertThat(statement.proven()).isFalse();
        assertThat(StatementText.of(statement)).contains("NO_ACCEPTANCE at 6", "NOT PROVEN: 1 findings.");
        assertThat(StatementHtml.of(statement)).contains("class=\"not\"", "NO_ACCEPTANCE at position 6");
    }

    @Test
    void the_html_page_loads_nothing_runs_nothing_and_believes_no_text() {
        String page = StatementHtml.of(handedOverTwice().statement());
        assertThat(page)
                .contains("Stella &lt;Ward&gt;", "on &lt;holiday&gt;", "PROVEN: exactly one accountable holder")
                .doesNotContain("<Ward>", "<holiday>", "<script", "http://", "https://", "src=");
    }

    @Test
    void the_digest_is_of_the_lines_and_changes_with_one_of_them() {
        Log log = handedOverTwice();
        String digest = log.statement().digest();
        assertThat(digest).hasSize(64);
        assertThat(log.responsibility("assignment-woken", "{\"cause\":\"x\"}")
                        .statement()
                        .digest())
                .isNotEqualTo(digest);
    }
}
