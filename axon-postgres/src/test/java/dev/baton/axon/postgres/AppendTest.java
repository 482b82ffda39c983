package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.StreamId;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/// What an append within a transaction is, beyond what the conformance suite asks of every way.
class AppendTest extends StoreTest {

    @Test
    void what_one_transaction_appends_in_pieces_is_one_commit() {
        Long commits = jdbc.queryForObject("select count(*) from event_commit", Long.class);
        transactions.executeWithoutResult(status -> {
            append(counted(newStream(), 0));
            append(counted(newStream(), 0), counted(newStream(), 0));
        });
        assertThat(jdbc.queryForObject("select count(*) from event_commit", Long.class))
                .isEqualTo(commits + 1);
    }

    @Test
    void the_log_is_not_locked_while_a_transaction_only_prepares_its_append() {
        StreamId quick = newStream();
        transactions.executeWithoutResult(status -> {
            append(counted(newStream(), 0));
            inAnotherThread(() -> append(counted(quick, 0)));
        });
        assertThat(log.readStream(quick, 0)).hasSize(1);
    }

    @Test
    void a_second_beginning_of_a_stream_is_told_apart_from_a_conflict_further_on() {
        StreamId stream = newStream();
        append(counted(stream, 0), counted(stream, 1));
        assertThatThrownBy(() -> append(counted(stream, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(counted(stream, 0))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void recorded_time_never_decreases_even_when_the_clock_went_back() {
        append(counted(newStream(), 0));
        jdbc.update(
                "update event_commit set committed_at = committed_at + interval '1 hour' where first_position = ?",
                log.lastPosition());
        append(counted(newStream(), 0));

        List<Timestamp> times =
                jdbc.queryForList("select committed_at from event_commit order by first_position", Timestamp.class);
        assertThat(times).isSorted();
        jdbc.execute("truncate event, event_commit");
    }

    @Test
    void a_snapshot_is_refused_since_the_log_keeps_none() {
        PostgresEventStore store = service.getBean(PostgresEventStore.class);
        assertThatThrownBy(
                        () -> store.storeSnapshot(new GenericDomainEventMessage<>("counter", "deal/1", 0, "its state")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("deal/1 needs no snapshot trigger");
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
