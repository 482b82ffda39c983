package dev.baton.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Locale ofTheMachine;

    /// Where a point stands for what is a comma here.
    @BeforeAll
    static void elsewhere() {
        ofTheMachine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterAll
    static void here() {
        Locale.setDefault(ofTheMachine);
    }

    @Test
    void a_plan_says_what_is_read_built_dropped_and_sent() {
        String text = ReplayText.ofPlan(json("""
                {"live": "gen_2", "builds": "gen_3", "events": {"baton.deals": 21000, "baton.members": 2500},
                 "total": 23500, "estimatedSeconds": 2, "tables": {"deal_close": 8800, "member": 35},
                 "drops": ["gen_1"], "sends": "nothing"}"""));

        assertThat(text).contains("23,500 events (baton.deals 21,000, baton.members 2,500), about 2 s");
        assertThat(text).contains("gen_3 beside gen_2").contains("2 tables, 8,835 rows");
        assertThat(text).contains("Drops    gen_1").contains("Sends    nothing");
    }

    @Test
    void what_is_live_comes_with_its_certificate_and_the_way_back() {
        String text = ReplayText.of(json("""
                {"generation": "gen_2", "replaces": "gen_1", "phase": "DONE", "finishedAt": "2026-11-24T00:40:00Z",
                 "differing": 0, "differences": [],
                 "certificate": {"checksum": "abcdef", "events": 669,
                                 "tables": [{"table": "deal_close", "rows": 60, "checksum": "0123456789abcdef0123"}]}}"""));

        assertThat(text).contains("gen_2 is live").contains("rollback goes back to gen_1");
        assertThat(text)
                .contains("deal_close")
                .contains("60 rows  0123456789abcdef\n")
                .contains("Certificate abcdef");
        assertThat(text).doesNotContain("differ");
    }

    @Test
    void what_differs_is_told_by_deal_table_and_column() {
        String text = ReplayText.of(json("""
                {"generation": "gen_2", "replaces": "gen_1", "phase": "DIFFERENT", "differing": 1234,
                 "differences": [{"table": "deal_close", "subject": "deal-3", "key": "deal-3/1", "how": "CHANGED",
                                  "columns": ["outcome", "closed_at"]}]}"""));

        assertThat(text).contains("differs from gen_1 in 1,234 rows: nothing was swapped");
        assertThat(text).contains("deal-3: deal_close deal-3/1 changed in outcome, closed_at");
    }

    @Test
    void what_runs_says_how_far_it_is() {
        String text = ReplayText.of(json("""
                {"generation": "gen_2", "replaces": "gen_1", "phase": "CATCHING_UP", "percent": 97, "done": 9700,
                 "total": 10000, "eventsPerSecond": 50000}"""));

        assertThat(text).contains("gen_2: catching up, 97 % (9,700 of 10,000 events, 50,000 a second).");
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
