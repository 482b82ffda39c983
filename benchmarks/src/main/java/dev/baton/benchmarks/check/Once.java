package dev.baton.benchmarks.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every acknowledged event is in the table exactly once, every stream is dense from 0, and nothing
/// else is there but what failed without an answer.
final class Once {
    private final BitSet seen = new BitSet();
    private final BitSet twice = new BitSet();
    private final Map<String, Stream> streams = new HashMap<>();
    private long events;

    static Once read(Connection connection, Layout layout) throws SQLException {
        Once once = new Once();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery(layout.events)) {
                while (rows.next()) {
                    once.add(rows.getString(1), rows.getLong(2), Math.toIntExact(rows.getLong(3)));
                }
            }
        }
        return once;
    }

    private void add(String stream, long sequence, int request) {
        events++;
        if (seen.get(request)) {
            twice.set(request);
        }
        seen.set(request);
        streams.computeIfAbsent(stream, ignored -> new Stream()).add(sequence);
    }

    BitSet requests() {
        return seen;
    }

    long events() {
        return events;
    }

    List<Finding> findings(BitSet acknowledged, long unanswered) {
        List<Finding> findings = new ArrayList<>();
        BitSet lost = (BitSet) acknowledged.clone();
        lost.andNot(seen);
        BitSet extra = (BitSet) seen.clone();
        extra.andNot(acknowledged);
        found(
                findings,
                lost.cardinality(),
                "acknowledged and not in the table, the first is request " + lost.nextSetBit(0));
        found(findings, twice.cardinality(), "in the table more than once");
        found(findings, Math.max(0, extra.cardinality() - unanswered), "in the table and never asked for");
        found(
                findings,
                streams.values().stream().filter(stream -> !stream.dense()).count(),
                "streams with a hole");
        return findings;
    }

    private static void found(List<Finding> findings, long count, String what) {
        if (count > 0) {
            findings.add(new Finding(count + " " + what));
        }
    }

    /// Sequences of one stream; they are unique by a constraint of every contender's table.
    private static final class Stream {
        private long count;
        private long sum;
        private long last = -1;

        void add(long sequence) {
            count++;
            sum += sequence;
            last = Math.max(last, sequence);
        }

        boolean dense() {
            return last == count - 1 && sum == count * (count - 1) / 2;
        }
    }
}
