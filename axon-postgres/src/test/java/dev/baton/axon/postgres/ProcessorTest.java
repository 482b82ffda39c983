package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ProcessorTest extends StoreTest {

    @Test
    void a_new_policy_hears_the_whole_log_as_news_past_what_it_does_not_know() {
        StreamId stream = newStream();
        append(counted(stream, 0), unknown(stream, 1), counted(stream, 2));
        try (ConfigurableApplicationContext later = TestService.start(url, Witness.class)) {
            Witness witness = later.getBean(Witness.class);
            await().untilAsserted(() -> assertThat(told(witness, stream)).hasSize(2));
            assertThat(witness.asReplay).containsOnly(ReplayStatus.REGULAR);
            EventMessage<?> told = told(witness, stream).getFirst();
            assertThat(told.getMetaData())
                    .containsEntry("subject", stream.subject())
                    .containsEntry("source", "counter-service")
                    .containsKeys("recordedat", "occurredat");
            assertThat(processor(later)).isInstanceOf(PooledStreamingEventProcessor.class);
            append(counted(stream, 3));
            await().untilAsserted(() -> assertThat(told(witness, stream)).hasSize(3));
        }
    }

    @Test
    void a_replay_token_can_be_read_back() {
        Serializer general = service.getBean("generalSerializer", Serializer.class);
        TrackingToken token =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(10), new GlobalSequenceTrackingToken(3));
        assertThat((Object) general.deserialize(general.serialize(token, byte[].class)))
                .isEqualTo(token);
    }

    @Test
    void the_stream_of_a_token_begins_after_it() {
        StreamId stream = newStream();
        append(counted(stream, 0), counted(stream, 1));
        PostgresEventStorageEngine engine = service.getBean(PostgresEventStorageEngine.class);
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(log.lastPosition() - 1), false))
                .hasSize(1);
        assertThat(engine.readEvents((TrackingToken) null, false)).hasSize((int) log.lastPosition());
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(engine.createHeadToken());
        assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
    }

    private static List<EventMessage<?>> told(Witness witness, StreamId of) {
        return witness.told.stream()
                .filter(event -> of.subject().equals(event.getMetaData().get("subject")))
                .toList();
    }

    private static Object processor(ConfigurableApplicationContext context) {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor("witness")
                .orElseThrow();
    }

    private static NewEvent unknown(StreamId stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID(), stream, sequence, "baton.counter.forgotten.v1", "{}", "{}", Instant.now(), "other");
    }
}
