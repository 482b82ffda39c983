package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.StreamId;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/// What is not looked for again, and what is.
class KnownEndsTest extends StoreTest {

    @Test
    void only_a_successor_of_what_was_committed_here_need_not_be_looked_for() {
        StreamId stream = newStream();
        KnownEnds known = new KnownEnds();
        known.committed(List.of(counted(stream, 0), counted(stream, 1)), new CommitPoint(2, CommitDigest.GENESIS));

        NewEvent stranger = counted(newStream(), 2);
        NewEvent gap = counted(stream, 3);
        assertThat(known.unknown(List.of(counted(stream, 2), stranger, gap))).containsExactly(stranger, gap);
    }

    @Test
    void a_hole_is_refused_however_much_is_known() {
        StreamId stream = newStream();
        append(counted(stream, 0), counted(stream, 1));
        assertThatThrownBy(() -> append(counted(stream, 3))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(counted(newStream(), 1))).isInstanceOf(ConcurrencyException.class);
        append(counted(stream, 2));
        assertThat(log.readStream(stream, 0)).hasSize(3);
    }

    /// As after a standby took over that had not heard of the last commits.
    @Test
    void what_rests_on_a_commit_that_the_log_has_lost_is_refused() {
        StreamId kept = newStream();
        StreamId lost = newStream();
        append(counted(kept, 0));
        long before = log.lastPosition();
        append(counted(lost, 0), counted(lost, 1));
        jdbc.update("delete from event where position > ?", before);
        jdbc.update("delete from event_commit where first_position > ?", before);

        assertThatThrownBy(() -> append(counted(lost, 2))).isInstanceOf(ConcurrencyException.class);
        append(counted(kept, 1));
        assertThat(log.readStream(lost, 0)).isEmpty();
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    /// Another instance has come between: its commit is the last one, and ours is still there.
    @Test
    void the_commits_of_others_in_between_change_nothing() {
        StreamId stream = newStream();
        append(counted(stream, 0));
        transactions.executeWithoutResult(status -> append(counted(newStream(), 0)));
        append(counted(stream, 1));
        assertThat(log.readStream(stream, 0)).hasSize(2);
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }
}
