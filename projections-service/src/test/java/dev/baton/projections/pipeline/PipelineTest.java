package dev.baton.projections.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PipelineTest {
    private final Running service = Office.running();

    @Test
    void the_totals_count_every_lead_and_value_the_open_ones() {
        JsonNode totals = service.json("/v1/pipeline").path("totals");

        assertThat(totals.path("deals").asInt()).isEqualTo(6);
        assertThat(totals.path("qualified").asInt()).isEqualTo(4);
        assertThat(totals.path("open").asInt()).isEqualTo(2);
        assertThat(totals.path("won").asInt()).isEqualTo(2);
        assertThat(totals.path("lost").asInt()).isEqualTo(2);
        assertThat(totals.path("inSupport").asInt()).isEqualTo(1);
        assertThat(totals.path("openValue").toString()).isEqualTo("[{\"currency\":\"USD\",\"amount\":\"700.00\"}]");
    }

    @Test
    void the_rows_are_a_table_for_whoever_wants_csv() {
        var csv = service.get("/v1/pipeline", "text/csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "state,open,currency,deals,value",
                        "PROSPECTING,true,,1,",
                        "QUALIFIED,true,USD,1,700.00",
                        "WON,false,USD,1,1000.00",
                        "IN_SUPPORT,false,USD,1,4500.00",
                        "LOST,false,EUR,1,300.00",
                        "LOST,false,USD,1,500.00");
    }

    @Test
    void a_territory_or_a_holder_narrows_it() {
        assertThat(service.json("/v1/pipeline?territory=West")
                        .at("/totals/deals")
                        .asInt())
                .isEqualTo(3);
        assertThat(service.json("/v1/pipeline?holder=anna").at("/totals/deals").asInt())
                .isEqualTo(2);
    }
}
