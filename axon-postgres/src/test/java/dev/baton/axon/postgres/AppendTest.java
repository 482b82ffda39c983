package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.StreamId;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class AppendTest extends StoreTest {

    @Test
    void events_are_numbered_densely_in_the_order_of_their_commits() {
        StreamId stream = newStream();
        long before = log.lastPosition();
        append(counted(stream, 0), counted(stream, 1));
        append(counted(stream, 2));

        List<StoredEvent> appended = log.readAfter(before, 10);
        assertThat(appended).extracting(StoredEvent::position).containsExactly(before + 1, before + 2, before + 3);
        assertThat(appended).extracting(event -> event.envelope().sequence()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_rolled_back_append_leaves_no_gap() {
        append(counted(newStream(), 0));
        long before = log.lastPosition();
        transactions.executeWithoutResult(status -> {
            append(counted(newStream(), 0));
            service.getBean(PendingAppends.class).flush();
            status.setRollbackOnly();
        });
        append(counted(newStream(), 0));

        assertThat(log.readAfter(before, 10)).extracting(StoredEvent::position).containsExactly(before + 1);
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

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
    void a_second_event_at_the_same_place_of_a_stream_is_a_conflict() {
        StreamId stream = newStream();
        append(counted(stream, 0), counted(stream, 1));
        assertThatThrownBy(() -> append(counted(stream, 1))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_second_beginning_of_a_stream_is_told_apart() {
        StreamId stream = newStream();
        append(counted(stream, 0));
        assertThatThrownBy(() -> append(counted(stream, 0))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void a_stream_never_gets_a_hole() {
        StreamId stream = newStream();
        append(counted(stream, 0));
        assertThatThrownBy(() -> append(counted(stream, 2))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(counted(stream, 1), counted(stream, 3)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(counted(newStream(), 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.readStream(stream, 0)).hasSize(1);
    }

    @Test
    void the_same_event_in_another_place_is_a_duplicate_not_a_conflict() {
        UUID id = UUID.randomUUID();
        append(counted(id, newStream(), 0));
        assertThatThrownBy(() -> append(counted(id, newStream(), 0))).isInstanceOf(DuplicateEventId.class);
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
    void positions_are_without_holes_whatever_happened() {
        long last = log.lastPosition();
        assertThat(whole())
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }

    private static void inAnotherThread(Runnable work) {
        java.util.concurrent.CompletableFuture.runAsync(work).join();
    }
}
