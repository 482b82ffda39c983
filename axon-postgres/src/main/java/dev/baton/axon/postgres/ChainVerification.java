package dev.baton.axon.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.springframework.jdbc.core.JdbcOperations;

/// Walks the chain of commits and recomputes it from the events as they lie in the table.
///
/// Found: an event changed, added, removed or moved, a commit changed or removed, anything after
/// the last commit. Not found by the chain alone: that its end was cut off together with the
/// events, see [ChainVerdict.Intact].
public final class ChainVerification {
    private static final int PAGE = 500;
    private static final String SELECT =
            "select first_position, last_position, digest, previous_hash, hash, committed_at from event_commit ";

    private final JdbcOperations jdbc;
    private final LogReader reader;

    ChainVerification(JdbcOperations jdbc, LogReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /// The whole chain, from the first commit to those that were there when it got there.
    public ChainVerdict verify() {
        CommitCheck.Previous previous = CommitCheck.Previous.NONE;
        long commits = 0;
        for (List<CommitRow> page = after(0); !page.isEmpty(); page = after(previous.lastPosition())) {
            Queue<EventRow> events = new ArrayDeque<>(events(page));
            for (CommitRow commit : page) {
                Optional<String> fault = CommitCheck.fault(previous, commit, take(events, commit));
                if (fault.isPresent()) {
                    return new ChainVerdict.Broken(commit.firstPosition(), fault.get());
                }
                previous = CommitCheck.Previous.of(commit);
                commits++;
            }
        }
        return end(previous, commits);
    }

    /// The last commit alone, against the one before it and the end of the log.
    ChainVerdict verifyEnd() {
        List<CommitRow> lastTwo = jdbc.query(SELECT + "order by first_position desc limit 2", CommitRow::read)
                .reversed();
        if (lastTwo.isEmpty()) {
            return end(CommitCheck.Previous.NONE, 0);
        }
        CommitRow last = lastTwo.getLast();
        CommitCheck.Previous previous =
                lastTwo.size() == 1 ? CommitCheck.Previous.NONE : CommitCheck.Previous.of(lastTwo.getFirst());
        return CommitCheck.fault(previous, last, reader.between(last.firstPosition(), last.lastPosition()))
                .<ChainVerdict>map(fault -> new ChainVerdict.Broken(last.firstPosition(), fault))
                .orElseGet(() -> end(CommitCheck.Previous.of(last), lastTwo.size()));
    }

    private ChainVerdict end(CommitCheck.Previous last, long commits) {
        return surplus(last.lastPosition())
                ? new ChainVerdict.Broken(last.lastPosition() + 1, "events follow that no commit contains")
                : new ChainVerdict.Intact(
                        commits, last.lastPosition(), HexFormat.of().formatHex(last.hash()));
    }

    /// Asks in one statement, so that a commit made meanwhile is not taken for a fault.
    private boolean surplus(long lastPosition) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (
                    select from event where position > greatest(?, coalesce(
                        (select max(last_position) from event_commit), 0)))
                    or exists (select from event where position < 1)
                """, Boolean.class, lastPosition));
    }

    private List<CommitRow> after(long position) {
        return jdbc.query(
                SELECT + "where first_position > ? order by first_position limit ?", CommitRow::read, position, PAGE);
    }

    private List<EventRow> events(List<CommitRow> page) {
        return reader.between(page.getFirst().firstPosition(), page.getLast().lastPosition());
    }

    private static List<EventRow> take(Queue<EventRow> events, CommitRow commit) {
        List<EventRow> taken = new ArrayList<>();
        while (!events.isEmpty() && events.peek().position() <= commit.lastPosition()) {
            taken.add(events.remove());
        }
        return taken;
    }
}
