package dev.baton.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelinesTest {
    private static final String RULES = "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [\"budget\"]}";

    private final Http anybody = House.http();
    private final Http manager = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
    private final String name = "p" + Events.newSubject().substring(4).toLowerCase();

    @Test
    void two_pipelines_come_with_the_service() {
        assertThat(anybody.get("/v1/pipelines").json().findValuesAsString("name"))
                .contains("standard", "milestones");
        Http.Answer standard = anybody.get("/v1/pipelines/standard");
        assertThat(standard.header("ETag")).isEqualTo("\"2\"");
        assertThat(standard.json().path("definition").path("criteria").toString())
                .isEqualTo("[\"budget\",\"authority\",\"need\",\"timing\"]");
    }

    @Test
    void a_manager_adds_a_version_by_naming_the_one_it_replaces() {
        assertThat(manager.put(path(), RULES).header("ETag")).isEqualTo("\"1\"");
        assertThat(manager.put(path(), RULES, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(anybody.get(path() + "?version=1").json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void people_whom_no_index_could_hold_are_not_named() {
        String steward = RULES.replace("{", "{\"steward\": \"%s\", ".formatted(Events.incompressible(501)));
        Http.Answer refused = manager.put(path(), steward);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asString()).isEqualTo("/steward");
        String approver = RULES.replace("{", """
                {"terms": {"priceList": "standard", "approval": {"discountAuthority": 10,
                 "approvers": [{"member": "max", "delegate": "%s"}]}},""".formatted(Events.incompressible(501)));
        assertThat(manager.put(path(), approver).json().path("pointer").asString())
                .isEqualTo("/terms/approval/approvers/delegate");
        assertThat(manager.put(path(), steward.replaceFirst("\"steward\": \"[^\"]*", "\"steward\": \"max"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_misspelt_parameter_is_refused_and_not_ignored() {
        manager.put(path(), RULES);
        Http.Answer refused = anybody.get(path() + "?versoin=1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("unknown-parameter");
        assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"version\"]");
    }

    @Test
    void a_change_must_say_what_it_replaces() {
        manager.put(path(), RULES);
        String other = RULES.replace("budget", "need");
        assertThat(manager.put(path(), other).status()).isEqualTo(428);
        assertThat(manager.put(path(), other, "If-Match", "\"9\"").status()).isEqualTo(412);
    }

    @Test
    void a_pipeline_has_a_history_that_says_who_published_what() {
        Http.Answer first =
                manager.command("/v1/pipelines", "{\"name\": \"%s\", \"definition\": %s}".formatted(name, RULES));
        assertThat(first.status()).isEqualTo(201);
        String other = RULES.replace("budget", "need");
        assertThat(manager.command(path() + "/versions", other, "If-Match", "\"1\"")
                        .header("Location"))
                .isEqualTo(path() + "?version=2");
        var history = anybody.get(path() + "/versions").json();
        assertThat(history.findValuesAsString("version")).containsExactly("2", "1");
        assertThat(history.findValuesAsString("createdBy")).containsExactly("maria", "maria");
        assertThat(anybody.get("/v1/pipelines/nowhere/versions").code()).isEqualTo("unknown-pipeline");
    }

    @Test
    void the_same_request_again_adds_no_version() {
        manager.put(path(), RULES);
        assertThat(manager.put(path(), RULES).header("ETag")).isEqualTo("\"1\"");
        String other = RULES.replace("budget", "need");
        manager.put(path(), other, "If-Match", "\"1\"");
        assertThat(manager.put(path(), other, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(anybody.get(path() + "/versions").json().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{\"offerRequired\": true}                                                    | /terms/priceList",
                "{\"priceList\": \"l\", \"approval\": {\"discountAuthority\": 101}}     | /terms/approval/discountAuthority",
                "{\"priceList\": \"l\", \"approval\": {\"discountAuthority\": 1.234}}   | /terms/approval/discountAuthority",
                "{\"priceList\": \"l\", \"approval\": {\"discountAuthority\": 1, \"ceilings\": [{\"amount\": 1, \"currency\": \"EUR\"}, {\"amount\": 2, \"currency\": \"EUR\"}]}} | /terms/approval/ceilings",
                "{\"answerWithin\": {\"PLAN\": \"soon\"}}                                 | /terms/answerWithin/PLAN"
            })
    void unfit_terms_are_refused_by_name(String terms, String pointer) {
        Http.Answer answer =
                manager.put(path(), RULES.replace("\"criteria\"", "\"terms\": " + terms + ", \"criteria\""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
        assertThat(anybody.get(path()).status()).isEqualTo(404);
    }

    @Test
    void nobody_else_changes_a_pipeline() {
        assertThat(anybody.put(path(), RULES).status()).isEqualTo(403);
    }

    @Test
    void an_unknown_pipeline_is_not_found() {
        assertThat(anybody.get("/v1/pipelines/nowhere").code()).isEqualTo("unknown-pipeline");
    }

    @Test
    void a_deal_keeps_the_version_it_began_with() {
        manager.put(path(), RULES.replace("\"budget\"", ""));
        String early = Events.newSubject();
        String late = Events.newSubject();
        anybody.structured(Events.leadFound(early, name));
        manager.put(path(), RULES, "If-Match", "\"1\"");
        anybody.structured(Events.leadFound(late, name));
        assertThat(anybody.structured(Events.leadQualified(early)).status()).isEqualTo(200);
        assertThat(anybody.structured(Events.leadQualified(late)).code()).isEqualTo("criteria-unanswered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{\"required\": [\"lead-found\"], \"criteria\": []}                                                      | invalid-value",
                "{\"required\": [\"lead-found\", \"closed\", \"eaten\"], \"criteria\": []}                               | invalid-value",
                "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [\"a\", \"a\"]}                              | invalid-value",
                "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [], \"clockSkew\": \"soon\"}                 | invalid-value",
                "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [], \"clockSkew\": \"-PT1S\"}                | invalid-value",
                "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [], \"stewart\": \"m\"}                      | unknown-field",
                "{\"criteria\": []}                                                                                      | missing-field"
            })
    void unfit_rules_are_refused(String rules, String code) {
        Http.Answer answer = manager.put(path(), rules);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(anybody.get(path()).status()).isEqualTo(404);
    }

    private String path() {
        return "/v1/pipelines/" + name;
    }
}
