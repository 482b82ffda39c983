package dev.baton.projections.winloss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WinLossTest {
    private final Running service = Office.running();

    @Test
    void the_win_rate_by_count_is_won_by_won_and_lost() {
        JsonNode totals = service.json("/v1/win-loss").path("totals");

        assertThat(totals.path("won").asInt()).isEqualTo(2);
        assertThat(totals.path("lost").asInt()).isEqualTo(2);
        assertThat(totals.path("winRateByCount").asDouble()).isEqualTo(0.5);
    }

    @Test
    void values_are_summed_per_currency_and_never_across() {
        assertThat(service.get("/v1/win-loss", "text/csv").body().lines())
                .containsExactly(
                        "group,currency,won,lost,winRateByCount,wonValue,lostValue,winRateByValue",
                        ",EUR,0,1,0.0000,0.00,300.00,0.0000",
                        ",USD,2,1,0.6667,5500.00,500.00,0.9167");
    }

    @Test
    void a_win_is_credited_to_the_holder_at_the_close() {
        assertThat(service.json("/v1/win-loss?by=holder")
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("group").asString() + " " + row.path("won") + ":" + row.path("lost")))
                .containsExactly("anna 2:0", "bert 0:1", "rita 0:1");
    }

    @Test
    void months_are_those_of_the_close() {
        assertThat(service.json("/v1/win-loss?by=month")
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("group").asString() + " "
                                + row.path("currency").asString()))
                .containsExactly("2026-01 EUR", "2026-01 USD", "2026-02 USD");
    }
}
