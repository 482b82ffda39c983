package dev.baton.benchmarks.check;

import dev.baton.benchmarks.plain.Row;
import dev.baton.benchmarks.plain.Sha;
import dev.baton.benchmarks.work.Request;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What holds of Baton's tables besides: dense positions, a chain of commits that verifies, an
/// answer for every event.
final class BatonLog {
    private static final String EVENTS = """
            select position, event_id, stream_id, sequence, type, payload, metadata, occurred_at, source
            from event order by position
            """;
    private static final String COMMITS = """
            select first_position, last_position, digest, previous_hash, hash, committed_at
            from event_commit order by first_position
            """;

    private BatonLog() {}

    static List<Finding> findings(Connection connection, BitSet requests) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        chain(connection).ifPresent(findings::add);
        answers(connection, requests).ifPresent(findings::add);
        return findings;
    }

    /// Walks both tables beside each other.
    private static Optional<Finding> chain(Connection connection) throws SQLException {
        try (Statement commitQuery = connection.createStatement();
                Statement eventQuery = connection.createStatement()) {
            commitQuery.setFetchSize(2_000);
            eventQuery.setFetchSize(2_000);
            try (ResultSet commits = commitQuery.executeQuery(COMMITS);
                    ResultSet events = eventQuery.executeQuery(EVENTS)) {
                return walked(commits, events);
            }
        }
    }

    private static Optional<Finding> walked(ResultSet commits, ResultSet events) throws SQLException {
        byte[] previous = Sha.GENESIS;
        long position = 0;
        while (commits.next()) {
            long first = commits.getLong(1);
            long last = commits.getLong(2);
            List<Row> rows = rows(events, first, last);
            if (first != position + 1 || rows.size() != last - first + 1) {
                return Optional.of(new Finding("positions are not dense in the commit from " + first));
            }
            if (!proves(commits, rows, previous)) {
                return Optional.of(new Finding("the chain breaks at the commit from " + first));
            }
            previous = commits.getBytes(5);
            position = last;
        }
        return events.next() ? Optional.of(new Finding("events follow the last commit")) : Optional.empty();
    }

    private static boolean proves(ResultSet commit, List<Row> rows, byte[] previous) throws SQLException {
        Instant at = commit.getObject(6, OffsetDateTime.class).toInstant();
        byte[] digest = Sha.digest(Sha.contents(rows), commit.getLong(1), at);
        return Arrays.equals(commit.getBytes(3), digest)
                && Arrays.equals(commit.getBytes(4), previous)
                && Arrays.equals(commit.getBytes(5), Sha.of(previous, digest));
    }

    private static List<Row> rows(ResultSet events, long first, long last) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (long position = first; position <= last; position++) {
            if (!events.next() || events.getLong(1) != position) {
                return rows;
            }
            rows.add(row(events));
        }
        return rows;
    }

    private static Row row(ResultSet event) throws SQLException {
        return new Row(
                event.getObject(2, UUID.class),
                event.getString(3),
                event.getLong(4),
                event.getString(5),
                event.getString(6),
                event.getString(7),
                event.getObject(8, OffsetDateTime.class).toInstant(),
                event.getString(9));
    }

    private static Optional<Finding> answers(Connection connection, BitSet requests) throws SQLException {
        BitSet answered = new BitSet();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery("select key from idempotent_answer")) {
                while (rows.next()) {
                    answered.set(Math.toIntExact(Request.numberOf(rows.getString(1))));
                }
            }
        }
        return answered.equals(requests)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "answers under keys are " + answered.cardinality() + ", events " + requests.cardinality()));
    }
}
