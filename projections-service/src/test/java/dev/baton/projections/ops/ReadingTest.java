package dev.baton.projections.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.Running;
import dev.baton.projections.testing.SmallOffice;
import dev.baton.web.edge.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadingTest {
    private static final Broker BROKER = new Broker();

    @AfterAll
    static void close() {
        BROKER.close();
    }

    /// One life of the service after the other, on one log: duplicates, a restart, and a record that is no event.
    @Test
    void what_is_read_is_read_once_whatever_happens_in_between() {
        String database = Postgres.newDatabaseUrl();
        List<EventEnvelope> events = SmallOffice.written().events();
        int half = events.size() / 2;
        BROKER.write(events.subList(0, half));
        try (Running first = Running.on(BROKER, database)) {
            first.awaitRead(half);
        }
        BROKER.write(events);
        BROKER.write(events);
        BROKER.write(new ProducerRecord<>(Topics.DEALS, bytes("no-deal"), bytes("no event")));
        try (Running second = Running.on(BROKER, database)) {
            second.awaitRead(events.size());
            assertThat(second.json("/v1/pipeline").at("/totals/deals").asInt()).isEqualTo(6);
            assertThat(timelines(second)).isEqualTo(ofDeals(events));
            thePoisonIsVisibleAlone(second);
            thePoisonIsThrownAway(second);
            everythingIsRead(second);
        }
    }

    private static void thePoisonIsVisibleAlone(Running service) {
        await().atMost(Patience.LIMIT)
                .until(() -> service.json("/ops/dead-letters").path("items").size() == 1);
        JsonNode letter = service.json("/ops/dead-letters").at("/items/0");
        assertThat(letter.path("topic").asString()).isEqualTo(Topics.DEALS);
        assertThat(service.post("/ops/dead-letters/" + letter.path("id").asString() + "/retry")
                        .statusCode())
                .isEqualTo(202);
        assertThat(service.post("/ops/dead-letters/999999/retry").statusCode()).isEqualTo(404);
        nobodyElseSeesItOrTriesAgain(service, letter.path("id").asLong());
    }

    private static void nobodyElseSeesItOrTriesAgain(Running service, long letter) {
        String reader = TestTokens.client("bi", "reports:read", "deals:read");
        for (String path : List.of("/ops/projections", "/ops/dead-letters")) {
            assertThat(service.as(reader, path).statusCode()).as(path).isEqualTo(403);
        }
        var refused = service.post("/ops/dead-letters/" + letter + "/retry", reader, "again", "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("scope-required", "ops");
    }

    private static void thePoisonIsThrownAway(Running service) {
        String letter = service.json("/ops/dead-letters").at("/items/0/id").asString();
        assertThat(service.post("/ops/dead-letters/" + letter + "/discard").statusCode())
                .isEqualTo(204);
        assertThat(service.post("/ops/dead-letters/" + letter + "/discard").body())
                .contains("not-discardable");
        assertThat(service.json("/ops/dead-letters").path("items").size()).isZero();
    }

    private static void everythingIsRead(Running service) {
        await().untilAsserted(() -> assertThat(service.json("/ops/projections")
                        .path("rows")
                        .valueStream()
                        .map(reader -> reader.path("reader").asString() + " is behind by " + reader.path("behind")))
                .containsExactlyInAnyOrder("gen_1-deals is behind by 0", "gen_1-members is behind by 0"));
    }

    private static long timelines(Running service) {
        return service.sql()
                .sql("select count(*) from analytics.deal_timeline")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static long ofDeals(List<EventEnvelope> events) {
        return events.stream().filter(event -> !event.subject().contains("/")).count();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
