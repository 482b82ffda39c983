package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.MalformedEvent;
import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIntakeTest extends StoreTest {

    @Test
    void an_event_taken_in_twice_is_in_the_log_once() {
        String deal = UUID.randomUUID().toString();
        List<EventEnvelope> received = List.of(foreign(deal, 0), foreign(deal, 1));
        assertThat(takeIn(received)).isEqualTo(2);
        assertThat(takeIn(received)).isZero();
        assertThat(log.readStream(StreamId.deal(deal), 0)).hasSize(2);
    }

    @Test
    void a_repetition_within_one_transaction_is_skipped_too() {
        String deal = UUID.randomUUID().toString();
        EventEnvelope event = foreign(deal, 0);
        transactions.executeWithoutResult(status -> {
            assertThat(takeInWithin(List.of(event, event))).isEqualTo(1);
            assertThat(takeInWithin(List.of(event))).isZero();
        });
        assertThat(log.readStream(StreamId.deal(deal), 0)).hasSize(1);
    }

    @Test
    void what_its_maker_said_of_it_is_kept_to_the_letter() {
        String deal = UUID.randomUUID().toString();
        EventEnvelope event = foreign(deal, 0);
        takeIn(List.of(event));
        assertThat(log.find(event.id())).hasValueSatisfying(stored -> {
            assertThat(stored.envelope()).isEqualTo(event);
            assertThat(stored.stream()).isEqualTo(StreamId.deal(deal));
        });
    }

    @Test
    void nothing_is_taken_in_when_the_offset_beside_it_cannot_be_written() {
        String deal = UUID.randomUUID().toString();
        transactions.executeWithoutResult(status -> {
            takeInWithin(List.of(foreign(deal, 0)));
            status.setRollbackOnly();
        });
        assertThat(log.readStream(StreamId.deal(deal), 0)).isEmpty();
    }

    @Test
    void an_event_of_an_unknown_type_is_taken_in() {
        String deal = UUID.randomUUID().toString();
        assertThat(takeIn(List.of(foreign(deal, 0, "baton.deal.not-yet-thought-of.v1", "{\"x\":1}"))))
                .isEqualTo(1);
    }

    @Test
    void an_event_that_nobody_can_read_stops_at_the_door() {
        String deal = UUID.randomUUID().toString();
        EventEnvelope unreadable = foreign(deal, 0, CounterCodec.COUNTED, "{\"by\":\"many\"}");
        assertThatThrownBy(() -> takeIn(List.of(unreadable))).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void without_a_transaction_nothing_is_taken_in() {
        assertThatThrownBy(() -> takeInWithin(List.of())).isInstanceOf(IllegalStateException.class);
    }

    private Integer takeIn(List<EventEnvelope> events) {
        return transactions.execute(status -> takeInWithin(events));
    }

    private int takeInWithin(List<EventEnvelope> events) {
        return service.getBean(EventIntake.class).takeIn(events, event -> StreamId.deal(event.subject()));
    }

    private static EventEnvelope foreign(String deal, long sequence) {
        return foreign(deal, sequence, CounterCodec.COUNTED, "{ \"by\" : 1 }");
    }

    private static EventEnvelope foreign(String deal, long sequence, String type, String data) {
        return new EventEnvelope(
                UUID.randomUUID(),
                "deal-service",
                type,
                deal,
                sequence,
                deal,
                Instant.parse("2017-03-01T12:00:00Z"),
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "anna",
                "https://crm.example",
                "17",
                Map.of("traceparent", "00-1-2-01"),
                data);
    }
}
