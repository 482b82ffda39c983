package dev.baton.projections.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HandoffsTest {
    private final Running service = Office.running();

    @Test
    void transfers_are_counted_by_acceptance() {
        JsonNode totals = service.json("/v1/handoffs").path("totals");

        assertThat(totals.path("transfers").asInt()).isEqualTo(5);
        assertThat(totals.path("byAcceptance").toString()).isEqualTo("{\"PERSON\":0,\"POLICY\":5,\"FORCED\":0}");
    }

    @Test
    void a_wish_counts_by_what_became_of_it() {
        JsonNode requested = service.json("/v1/handoffs").at("/totals/requested");

        assertThat(requested.toString()).isEqualTo("{\"asked\":4,\"granted\":3,\"notGranted\":1}");
    }

    @Test
    void waits_are_by_nearest_rank_and_role() {
        JsonNode executives = service.json("/v1/handoffs").path("rows").path(0);

        assertThat(executives.path("role").asString()).isEqualTo("ACCOUNT_EXECUTIVE");
        assertThat(executives.path("waitP50Seconds").asDouble()).isBetween(5.0, 6.0);
        assertThat(executives.path("waitP90Seconds").asDouble()).isBetween(30.0, 31.0);
    }

    @Test
    void who_is_waited_for_is_told_by_role_and_territory() {
        JsonNode handoffs = service.json("/v1/handoffs");

        assertThat(handoffs.at("/totals/waitingNow").asInt()).isEqualTo(1);
        assertThat(handoffs.at("/waiting/0/role").asString()).isEqualTo("CUSTOMER_SUPPORT_REPRESENTATIVE");
        assertThat(handoffs.at("/waiting/0/territory").asString()).isEqualTo("East");
    }

    @Test
    void each_hand_off_can_be_listed_from_one_hand_to_the_other() {
        JsonNode of = service.json("/v1/handoffs/list?deal=deal-1").path("items");

        assertThat(of.valueStream()
                        .map(row -> row.path("fromMember").asString() + " → "
                                + row.path("toMember").asString()))
                .containsExactly("anna → sam", "rita → anna");
    }
}
