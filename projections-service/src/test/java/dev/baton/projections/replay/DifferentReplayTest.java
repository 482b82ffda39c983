package dev.baton.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.PlantedFault;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import dev.baton.projections.testing.SmallOffice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferentReplayTest {

    @Test
    void a_fault_in_a_fold_is_caught_before_the_swap_and_names_the_deals() {
        List<EventEnvelope> events = SmallOffice.written().events();
        try (Broker broker = new Broker();
                Running service = Running.on(
                        broker, Postgres.newDatabaseUrl(), "--spring.profiles.active=open-console,planted-fault")) {
            broker.write(events);
            service.awaitRead(events.size());
            Replaying replaying = new Replaying(service);

            JsonNode replay = replaying.run();

            assertThat(replay.path("phase").asString()).as("%s", replay).isEqualTo("DIFFERENT");
            assertThat(replay.path("percent").asInt()).isLessThan(100);
            assertThat(subjects(replay)).containsExactly(PlantedFault.DEAL);
            assertThat(tables(replay)).containsExactlyInAnyOrder("deal_close", "stage_visit");
            assertThat(replay.path("differing").asLong()).isGreaterThanOrEqualTo(2);
            assertThat(replaying.viewed()).containsExactly("gen_1");
            assertThat(service.json("/v1/win-loss").at("/totals/lost").asInt()).isEqualTo(2);

            JsonNode accepted = replaying.run("{\"acceptDifferences\": true}");

            assertThat(accepted.path("phase").asString()).isEqualTo("DONE");
            assertThat(subjects(accepted)).containsExactly(PlantedFault.DEAL);
            assertThat(service.json("/v1/win-loss").at("/totals/lost").asInt()).isEqualTo(1);
        }
    }

    /// A hole, an event that no fold takes, and a record that is no event: aside in both, and healed in both.
    @Test
    void what_the_live_readers_keep_aside_the_rebuild_keeps_aside() {
        EventBook book = SmallOffice.written();
        List<EventEnvelope> events = new ArrayList<>(book.events());
        EventEnvelope late = events.stream()
                .filter(event -> event.subject().equals("deal-1") && event.sequence() == 1)
                .findFirst()
                .orElseThrow();
        events.remove(late);
        EventEnvelope impossible = impossible(book);
        events.add(impossible);
        try (Broker broker = new Broker();
                Running service = Running.on(broker, Postgres.newDatabaseUrl())) {
            broker.write(events);
            broker.write(new ProducerRecord<>(Topics.MEMBERS, bytes("nobody"), bytes("no event")));
            await().atMost(Patience.LIMIT).until(() -> letters(service) == 2 && behind(service) == 0);
            Replaying replaying = new Replaying(service);

            JsonNode replay = replaying.run();

            assertThat(replay.path("phase").asString()).as("%s", replay).isEqualTo("DONE");
            assertThat(rowsOf(replay, "(set aside)")).isGreaterThan(2);
            broker.write(List.of(late));
            service.awaitRead(book.events().size());
            assertThat(replaying.run().path("phase").asString()).isEqualTo("DONE");
        }
    }

    /// Confirms a place that nobody reserved, of a person who is otherwise not heard of again.
    private static EventEnvelope impossible(EventBook book) {
        EventEnvelope pattern = book.events().stream()
                .filter(event -> event.type().startsWith("baton.member.slot-confirmed"))
                .findFirst()
                .orElseThrow();
        return new EventEnvelope(
                UUID.randomUUID(),
                pattern.source(),
                pattern.type(),
                "sales-specialist/zoe",
                0,
                "zoe",
                pattern.time(),
                pattern.recordedTime(),
                null,
                null,
                null,
                null,
                null,
                pattern.extensions(),
                pattern.data());
    }

    private static long letters(Running service) {
        return service.json("/ops/dead-letters").required("items").size();
    }

    private static long behind(Running service) {
        return service.json("/ops/projections")
                .required("rows")
                .valueStream()
                .mapToLong(reader -> reader.path("behind").asLong())
                .sum();
    }

    private static long rowsOf(JsonNode replay, String table) {
        return replay.at("/certificate/tables")
                .valueStream()
                .filter(row -> row.path("table").asString().equals(table))
                .mapToLong(row -> row.path("rows").asLong())
                .sum();
    }

    private static Set<String> subjects(JsonNode replay) {
        return replay.path("differences")
                .valueStream()
                .map(difference -> difference.path("subject").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> tables(JsonNode replay) {
        return replay.path("differences")
                .valueStream()
                .map(difference -> difference.path("table").asString())
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
