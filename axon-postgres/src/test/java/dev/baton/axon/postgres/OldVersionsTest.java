package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

/// The codec lifts an event of an older version as it is read; the log keeps it as it was written.
class OldVersionsTest extends StoreTest {
    private static final String AS_WRITTEN = "{ \"note\" : \"from before\" }";

    @Test
    void an_aggregate_is_told_of_an_old_event_in_the_words_of_today() {
        StreamId stream = noted();
        assertThat(service.getBean(PostgresEventStore.class)
                        .readEvents(stream.toString())
                        .asStream()
                        .map(event -> (Object) event.getPayload()))
                .containsExactly(new CounterEvent.Noted("from before"));
    }

    @Test
    void a_tail_is_told_of_an_old_event_in_the_words_of_today() throws Exception {
        PostgresEventStore store = service.getBean(PostgresEventStore.class);
        try (TrackingEventStream tail = store.openStream(store.createHeadToken())) {
            StreamId stream = noted();
            TrackedEventMessage<?> told = tail.nextAvailable();
            assertThat((Object) told.getPayload()).isEqualTo(new CounterEvent.Noted("from before"));
            assertThat(told.getMetaData()).containsEntry("subject", stream.subject());
        }
    }

    @Test
    void an_old_event_stays_in_the_log_to_the_letter() {
        StreamId stream = noted();
        assertThat(log.readStream(stream, 0)).singleElement().satisfies(event -> {
            assertThat(event.envelope().type()).isEqualTo(CounterCodec.NOTED_ONCE);
            assertThat(event.envelope().data()).isEqualTo(AS_WRITTEN);
        });
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    private StreamId noted() {
        StreamId stream = newStream();
        append(new NewEvent(
                UUID.randomUUID(),
                stream,
                0,
                CounterCodec.NOTED_ONCE,
                AS_WRITTEN,
                "{}",
                Instant.now(),
                "counter-service"));
        return stream;
    }
}
