package dev.baton.projections.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private final List<String> funnel =
            Office.running().get("/v1/funnel", "text/csv").body().lines().toList();

    @Test
    void a_lost_deal_counts_only_where_it_was() {
        assertThat(funnel).contains("2026-01-01,PROSPECTING,4,3,0.7500,false", "2026-01-01,QUALIFIED,3,2,0.6667,false");
    }

    @Test
    void a_won_deal_counts_as_having_reached_every_stage() {
        assertThat(funnel)
                .contains(
                        "2026-01-01,NEGOTIATING,2,2,1.0000,false",
                        "2026-01-01,AGREED,2,2,1.0000,false",
                        "2026-01-01,WON,2,0,,false");
    }

    @Test
    void a_cohort_is_immature_while_one_of_its_deals_is_still_there() {
        assertThat(funnel).contains("2026-02-01,PROSPECTING,2,1,0.5000,true", "2026-02-01,QUALIFIED,1,0,0.0000,true");
    }
}
