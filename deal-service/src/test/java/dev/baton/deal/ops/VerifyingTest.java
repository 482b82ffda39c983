package dev.baton.deal.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.postgres.EventLog;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerifyingTest {
    private static final Duration PATIENCE = House.PATIENCE;
    private final Http operator = House.http().as(TestTokens.client("ops", "ops"));

    @Test
    void what_was_posted_is_in_the_store_and_on_the_topic() {
        String subject = Events.newSubject();
        House.http().ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        await().atMost(PATIENCE)
                .until(() -> House.part(KafkaPublisher.class).status().position()
                        == House.part(EventLog.class).lastPosition());
        JsonNode report = verified();
        assertThat(report.path("source").asString()).isEqualTo("deal-service");
        assertThat(report.at("/looked/events").asLong()).isPositive();
        // other tests open more services of this name on the same topics: those have what this one's log has not
        assertThat(report.path("counts")
                        .valueStream()
                        .map(count -> count.path("fault").asString()))
                .allMatch("EXTRA"::equals);
    }

    @Test
    void only_operators_verify_and_republish() {
        assertThat(House.http().post("/ops/verify", "application/json", "").status())
                .isEqualTo(403);
        assertThat(House.http()
                        .post("/ops/republish?step=hold", "application/json", "")
                        .status())
                .isEqualTo(403);
        assertThat(operator.get("/ops/verify/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void an_option_that_a_task_does_not_know_is_refused_and_nothing_begins() {
        assertThat(operator.post("/ops/verify?deep=true", "application/json", "")
                        .code())
                .isEqualTo("unknown-parameter");
        var misspelt = operator.post("/ops/republish?step=send&forse=true", "application/json", "");
        assertThat(misspelt.code()).isEqualTo("unknown-parameter");
        assertThat(misspelt.json().path("allowed").toString()).isEqualTo("[\"force\",\"step\"]");
    }

    private JsonNode verified() {
        var begun = operator.post("/ops/verify", "application/json", "");
        assertThat(begun.status()).isEqualTo(202);
        String id = begun.json().path("id").asString();
        var run = new AtomicReference<JsonNode>();
        await().atMost(PATIENCE).until(() -> {
            run.set(operator.get("/ops/verify/" + id).json());
            return !run.get().path("state").asString().equals("RUNNING");
        });
        assertThat(run.get().path("state").asString()).as(run.get().toString()).isEqualTo("DONE");
        return run.get().path("result");
    }
}
