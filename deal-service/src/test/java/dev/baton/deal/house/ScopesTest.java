package dev.baton.deal.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Http.Answer;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A token is good for what it was given for: facts of other systems, or commands of people.
class ScopesTest {
    private static final String LEAD = "{\"pipeline\": \"milestones\", \"title\": \"Bikes\"}";

    private final Http system = House.http().as(TestTokens.client("crm", "events:write", "deals:read"));
    private final Http person = House.http().as(TestTokens.person("rita", List.of("SALES_REPRESENTATIVE")));
    private final Http analyst = House.http().as(TestTokens.client("bi", "reports:read", "deals:read"));

    @Test
    void events_are_taken_with_events_write_alone() {
        String subject = Events.newSubject();
        String event = Events.leadFound(subject);
        for (Http other : List.of(person, analyst)) {
            refused(other.structured(event), "events:write");
            refused(other.batch("[" + event + "]"), "events:write");
            refused(other.ndjson(event), "events:write");
        }
        StreamId stream = StreamId.deal(DealIdentity.of("urn:crm", subject));
        assertThat(House.part(EventLog.class).readStream(stream, 0)).isEmpty();
        assertThat(system.structured(event).status()).isEqualTo(200);
    }

    @Test
    void commands_are_taken_with_deals_write_alone() {
        for (Http other : List.of(system, analyst)) {
            refused(other.command("/v1/deals", LEAD), "deals:write");
        }
        Answer found = person.command("/v1/deals", LEAD);
        assertThat(found.status()).as(found.body()).isEqualTo(201);
        String deal = "/v1/deals/" + found.json().path("dealId").asString();
        String step = "{\"what\": \"Call\", \"due\": \"2099-01-01T00:00:00Z\"}";
        refused(analyst.command(deal + "/set-next-step", step), "deals:write");
        assertThat(analyst.get(deal).json().path("version").asLong()).isZero();
    }

    private static void refused(Answer answer, String scope) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("scope-required");
        assertThat(answer.json().path("allowed").toString()).isEqualTo("[\"" + scope + "\"]");
    }
}
