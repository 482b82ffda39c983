package dev.baton.axon.postgres;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/// Walks the chain of commits and recomputes it from the events as they lie in the table.
///
/// Found: an event changed, added, removed or moved, a commit changed or removed, anything after
/// the last commit. Not found by the chain alone: that its end was cut off together with the
/// events, see [ChainVerdict.Intact].
public final class ChainVerification {
    private static final int PAGE = 500;
    private static final int EVENTS = 1000;
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
        EventPages events = new EventPages(reader, EVENTS, 0);
        long commits = 0;
        for (List<CommitRow> page = after(0); !page.isEmpty(); page = after(previous.lastPosition())) {
            for (CommitRow commit : page) {
                judge(previous, commit, events).ifPresent(walk::broken);
                previous = CommitCheck.Previous.of(commit);
                commits++;
                walk.reached(previous.lastPosition());
            }
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
        return judge(previous, last, new EventPages(reader, EVENTS, last.firstPosition() - 1))
                .<ChainVerdict>map(fault -> new ChainVerdict.Broken(last.firstPosition(), fault.reason()))
                .orElseGet(() -> end(CommitCheck.Previous.of(last), lastTwo.size()));
    }

    private static Optional<ChainFault> judge(CommitCheck.Previous previous, CommitRow commit, EventPages events) {
        CommitCheck check = new CommitCheck(previous, commit);
        events.upTo(commit.lastPosition(), check::add);
        return check.end();
    }

    private static List<ChainFault.Suspect> suspects(List<EventRow> events) {
        return events.stream()
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
}
