package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class SagaTest extends StoreTest {

    @Override
    Class<?>[] parts() {
        return new Class<?>[] {Countersigning.class, Fate.class};
    }

    @Test
    void a_saga_finds_its_deal_by_the_subject_and_acts() {
        String id = open("plain");
        commands().sendAndWait(new CounterCommand.Count(id, 1));
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(2));
    }

    @Test
    void what_a_saga_does_is_caused_by_the_event_it_heard() {
        String id = UUID.randomUUID().toString();
        commands()
                .sendAndWait(new GenericCommandMessage<>(
                        new CounterCommand.Open(id, "plain"), MetaData.with("occurredat", "2017-03-01T12:00:00Z")));
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));

        EventEnvelope opened = log.readStream(StreamId.deal(id), 0).getFirst().envelope();
        EventEnvelope signed = signatures(id).getFirst();
        assertThat(signed.causationId()).isEqualTo(opened.id());
        assertThat(signed.correlationId()).isEqualTo(opened.id());
        assertThat(signed.time()).isEqualTo(Instant.parse("2017-03-01T12:00:00Z"));
    }

    @Test
    void the_saga_its_events_and_its_token_are_one_commit() {
        String id = open("plain");
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));
        String saga = jdbc.queryForObject(
                "select xmin::text from association_value_entry where association_value = ?", String.class, id);
        String event = jdbc.queryForObject(
                "select xmin::text from event where stream_id = ? and sequence = 1", String.class, "deal/" + id);
        assertThat(event).isEqualTo(saga);
    }

    @Test
    void a_saga_that_fails_leaves_nothing_and_is_tried_again() {
        Fate fate = service.getBean(Fate.class);
        int before = fate.struck();
        fate.willStrike(1);
        String id = open("plain");
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));
        assertThat(fate.struck()).isEqualTo(before + 1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from association_value_entry where association_value = ?", Long.class, id))
                .isEqualTo(1);
    }

    @Test
    void a_deadline_reaches_its_saga() {
        String id = open("with deadline");
        await().untilAsserted(() ->
                assertThat(signatures(id)).extracting(EventEnvelope::data).contains("{\"by\":\"deadline\"}"));
        EventEnvelope opened = log.readStream(StreamId.deal(id), 0).getFirst().envelope();
        assertThat(signatures(id).getLast().causationId()).isEqualTo(opened.id());
    }

    private String open(String name) {
        String id = UUID.randomUUID().toString();
        commands().sendAndWait(new CounterCommand.Open(id, name));
        return id;
    }

    private List<EventEnvelope> signatures(String id) {
        return log.readStream(StreamId.deal(id), 0).stream()
                .map(StoredEvent::envelope)
                .filter(event -> event.type().equals("baton.counter.signed.v1"))
                .toList();
    }

    private CommandGateway commands() {
        return service.getBean(CommandGateway.class);
    }
}
