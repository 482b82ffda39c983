package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes a batch of appends in one transaction: all together when that works, else one after the other, so that what
/// cannot be stored fails alone.
final class BatchWriter implements Function<List<Append>, List<Outcome>> {
    private final DataSource lane;
    private final LostCommits lost;
    private final LogSignal signal;
    private final KnownEnds known = new KnownEnds();

    /// @param lane connections of its own, without auto-commit
    BatchWriter(DataSource lane, LogSignal signal) {
        this.lane = lane;
        this.lost = new LostCommits(lane);
        this.signal = signal;
    }

    @Override
    public List<Outcome> apply(List<Append> batch) {
        List<Outcome> outcomes = write(batch);
        signal(outcomes);
        return outcomes;
    }

    private List<Outcome> write(List<Append> batch) {
        try (Connection connection = lane.getConnection()) {
            return write(connection, batch);
        } catch (SQLException nothingSent) {
            return all(batch, append -> new Outcome.Failed(new LogUnavailable(nothingSent)));
        }
    }

    private List<Outcome> write(Connection connection, List<Append> batch) {
        int session = LostCommits.session(connection);
        try {
            return together(connection, batch);
        } catch (SQLException | RuntimeException failure) {
            boolean relied = known.forget();
            return LostCommits.isLoss(failure)
                    ? lost.outcomes(session, batch, List.of(), failure)
                    : relied && LogAppender.isHole(failure)
                            ? again(connection, session, batch)
                            : afterRefusal(connection, session, batch, failure);
        }
    }

    /// Everything is looked for now.
    private List<Outcome> again(Connection connection, int session, List<Append> batch) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            return lost.outcomes(session, batch, List.of(), broken);
        }
        return write(connection, batch);
    }

    private List<Outcome> afterRefusal(Connection connection, int session, List<Append> batch, Exception failure) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            connection.rollback();
            if (batch.size() == 1) {
                return List.of(failed(failure, batch.getFirst()));
            }
            for (Append append : batch) {
                outcomes.add(alone(connection, append));
            }
            connection.commit();
            return outcomes;
        } catch (SQLException broken) {
            return lost.outcomes(session, batch, outcomes, broken);
        }
    }

    /// Several commits of the chain in one transaction of the database: each append is undone alone, and the disk is
    /// still waited for once.
    ///
    /// @throws SQLException when the transaction as a whole cannot go on
    private static Outcome alone(Connection connection, Append append) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            long position = append.events().isEmpty() ? 0 : LogAppender.append(connection, append.events());
            for (Append.Beside beside : append.beside()) {
                beside.companion().writeWithin(connection, beside.result());
            }
            connection.releaseSavepoint(before);
            return new Outcome.Stored(position);
        } catch (SQLException | RuntimeException failure) {
            if (failure instanceof SQLException sql && LostCommits.isLoss(sql)) {
                throw sql;
            }
            connection.rollback(before);
            return failed(failure, append);
        }
    }

    private List<Outcome> together(Connection connection, List<Append> batch) throws SQLException {
        List<NewEvent> events =
                batch.stream().flatMap(append -> append.events().stream()).toList();
        List<Append.Beside> others = new ArrayList<>();
        List<RowInsert.Rows> rows = rows(connection, batch, others);
        Outcome stored = new Outcome.Stored(
                others.isEmpty() && !events.isEmpty()
                        ? atOnce(connection, events, rows)
                        : stepByStep(connection, events, rows, others));
        return all(batch, append -> stored);
    }

    private long atOnce(Connection connection, List<NewEvent> events, List<RowInsert.Rows> rows) throws SQLException {
        CommitPoint point = LogAppender.appendAndCommit(connection, known, events, rows);
        known.committed(events, point);
        return point.lastPosition();
    }

    private static long stepByStep(
            Connection connection, List<NewEvent> events, List<RowInsert.Rows> rows, List<Append.Beside> others)
            throws SQLException {
        long position = events.isEmpty() ? 0 : LogAppender.append(connection, events);
        for (RowInsert.Rows some : rows) {
            some.write();
        }
        for (Append.Beside beside : others) {
            beside.companion().writeWithin(connection, beside.result());
        }
        connection.commit();
        return position;
    }

    /// @param others takes the companions that write by themselves
    private static List<RowInsert.Rows> rows(Connection connection, List<Append> batch, List<Append.Beside> others) {
        Map<RowInsert, List<@Nullable Object[]>> rows = new IdentityHashMap<>();
        List<RowInsert> order = new ArrayList<>();
        for (Append append : batch) {
            for (Append.Beside beside : append.beside()) {
                if (beside.companion() instanceof RowCompanion companion) {
                    rows.computeIfAbsent(companion.insert(), insert -> {
                                order.add(insert);
                                return new ArrayList<>();
                            })
                            .add(companion.row(beside.result()));
                } else {
                    others.add(beside);
                }
            }
        }
        return order.stream()
                .map(insert -> insert.rows(connection, rows.getOrDefault(insert, List.of())))
                .toList();
    }

    private void signal(List<Outcome> outcomes) {
        long last = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Stored(long position)) {
                last = Math.max(last, position);
            }
        }
        if (last > 0) {
            signal.advancedTo(last);
        }
    }

    private static Outcome failed(Exception failure, Append append) {
        return new Outcome.Failed(
                failure instanceof RuntimeException known ? known : AppendFailures.of(failure, append.events()));
    }

    private static List<Outcome> all(List<Append> batch, Function<Append, Outcome> outcome) {
        return batch.stream().map(outcome).toList();
    }
}
