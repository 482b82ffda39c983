package dev.baton.projections.cycletime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import org.junit.jupiter.api.Test;

class CycleTimeTest {

    @Test
    void median_and_p90_are_by_nearest_rank_for_won_and_all_apart() {
        assertThat(Office.running().get("/v1/cycle-time", "text/csv").body().lines())
                .containsExactly(
                        "start,outcome,deals,medianDays,p90Days,meanDays",
                        "LEAD_FOUND,WON,2,10,20,15.0",
                        "LEAD_FOUND,ALL,4,10,30,16.0",
                        "LEAD_QUALIFIED,WON,2,8,20,14.0",
                        "LEAD_QUALIFIED,ALL,3,20,29,19.0");
    }
}
