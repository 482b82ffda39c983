package dev.baton.axon.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
        List<ChainFault> faults = new ArrayList<>();
        ChainVerdict.Intact walked = walk(ChainWalk.of(fault -> {
            if (faults.isEmpty()) {
                faults.add(fault);
            }
        }));
        return faults.isEmpty()
                ? walked
                : new ChainVerdict.Broken(
                        faults.getFirst().firstPosition(), faults.getFirst().reason());
    }

    /// The whole chain; what is broken is told, and each commit is judged by the one before it as
    /// that one lies there.
    ///
    /// @return what was walked; intact only if nothing was told
    public ChainVerdict.Intact walk(ChainWalk walk) {
        CommitCheck.Previous previous = CommitCheck.Previous.NONE;
        long commits = 0;
        for (List<CommitRow> page = after(0); !page.isEmpty(); page = after(previous.lastPosition())) {
            Queue<EventRow> events = new ArrayDeque<>(events(page));
            for (CommitRow commit : page) {
                judge(previous, commit, take(events, commit), walk);
                previous = CommitCheck.Previous.of(commit);
                commits++;
            }
            walk.reached(previous.lastPosition());
        }
        if (surplus(previous.lastPosition())) {
            walk.broken(surplusAfter(previous.lastPosition()));
        }
        return new ChainVerdict.Intact(
                commits, previous.lastPosition(), HexFormat.of().formatHex(previous.hash()));
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

    private static void judge(CommitCheck.Previous previous, CommitRow commit, List<EventRow> events, ChainWalk walk) {
        Optional<String> fault = CommitCheck.fault(previous, commit, events);
        if (fault.isPresent()) {
            walk.broken(new ChainFault(
                    commit.firstPosition(),
                    commit.lastPosition(),
                    fault.get(),
                    missing(commit, events),
                    suspects(events)));
        }
    }

    private static List<Long> missing(CommitRow commit, List<EventRow> events) {
        Set<Long> there = events.stream().map(EventRow::position).collect(Collectors.toSet());
        return LongStream.rangeClosed(commit.firstPosition(), commit.lastPosition())
                .filter(position -> !there.contains(position))
                .limit(ChainFault.SHOWN)
                .boxed()
                .toList();
    }

    private static List<ChainFault.Suspect> suspects(List<EventRow> events) {
        return events.stream()
                .limit(ChainFault.SHOWN)
                .map(event -> new ChainFault.Suspect(
                        event.position(),
                        event.event().stream().toString(),
                        event.event().id().toString()))
                .toList();
    }

    private ChainVerdict end(CommitCheck.Previous last, long commits) {
        return surplus(last.lastPosition())
                ? new ChainVerdict.Broken(last.lastPosition() + 1, "events follow that no commit contains")
                : new ChainVerdict.Intact(
                        commits, last.lastPosition(), HexFormat.of().formatHex(last.hash()));
    }

    private ChainFault surplusAfter(long position) {
        List<EventRow> events = reader.after(position, ChainFault.SHOWN);
        return new ChainFault(
                position + 1, position + 1, "events follow that no commit contains", List.of(), suspects(events));
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
