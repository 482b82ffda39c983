package dev.baton.projections.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkloadTest {
    private final Running service = Office.running();

    @Test
    void used_is_the_weight_of_the_deals_that_are_there_now() {
        JsonNode anna = service.json("/v1/workload?role=account_executive").at("/rows/0");

        assertThat(anna.path("name").asString()).isEqualTo("Anna Snelling");
        assertThat(anna.path("used").asInt()).isEqualTo(2);
        assertThat(anna.path("capacity").asInt()).isEqualTo(2);
        assertThat(anna.path("utilisation").asDouble()).isEqualTo(1.0);
    }

    @Test
    void whoever_has_left_is_told_apart() {
        JsonNode executives =
                service.json("/v1/workload?role=account_executive").path("rows");
        assertThat(executives.findValuesAsString("member")).containsExactly("anna", "bert");
        assertThat(executives.findValuesAsString("availability")).containsExactly("AVAILABLE", "DEPARTED");
        assertThat(executives.get(0).has("departedAt")).isFalse();
        assertThat(executives.get(1).path("departedAt").asString()).isEqualTo("2026-02-05T12:00:00Z");
        JsonNode sam = service.json("/v1/workload?role=customer_support_representative")
                .at("/rows/0");
        assertThat(sam.path("availability").asString()).isEqualTo("DEPARTED");
        assertThat(sam.path("deals").asInt()).isEqualTo(1);
    }

    @Test
    void intake_is_counted_on_the_day_on_which_the_holding_took_effect() {
        assertThat(service.get("/v1/workload/days?member=anna", "text/csv")
                        .body()
                        .lines())
                .containsExactly(
                        "day,role,member,intake,declines",
                        "2026-01-02,ACCOUNT_EXECUTIVE,anna,1,0",
                        "2026-01-03,ACCOUNT_EXECUTIVE,anna,1,0",
                        "2026-02-02,ACCOUNT_EXECUTIVE,anna,1,0");
    }
}
