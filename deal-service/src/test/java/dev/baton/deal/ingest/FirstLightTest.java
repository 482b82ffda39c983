package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import org.junit.jupiter.api.Test;

class FirstLightTest {
    private final Http http = House.http();

    @Test
    void a_posted_lead_is_a_deal_that_can_be_read() {
        Http.Answer posted = http.structured(Events.leadFound(Events.newSubject()));
        assertThat(posted.body()).contains("APPLIED");
        assertThat(posted.status()).isEqualTo(200);
        Http.Answer deal = http.get("/v1/deals/" + posted.json().path("dealId").asString());
        assertThat(deal.status()).isEqualTo(200);
        assertThat(deal.json().path("state").asString()).isEqualTo("Prospecting");
        assertThat(deal.header("ETag")).isEqualTo("\"0\"");
    }
}
