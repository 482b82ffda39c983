package dev.baton.benchmarks.rebuild;

import dev.baton.benchmarks.work.Milestone;
import dev.baton.contract.Sources;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/// The log as rows of the event store's table.
final class EventRows {
    private static final int PAGE = 5_000;
    private static final String INSERT = """
            insert into event (position, event_id, stream_id, sequence, type, payload, metadata, occurred_at,
                               recorded_at, source)
            select position + 1, event_id, 'deal/' || deal, sequence, type, payload,
                   '{"actor":"integration","originid":"bench/' || position || '","originsource":"bench"}',
                   occurred_at, occurred_at, ?
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
                 as t (position, event_id, deal, sequence, type, payload, occurred_at)
            """;

    private EventRows() {}

    static void write(String database, long events) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long first = 0; first < events; first += PAGE) {
                List<Milestone> page = LongStream.range(first, Math.min(events, first + PAGE))
                        .mapToObj(Milestone::at)
                        .toList();
                insert.setString(1, Sources.DEAL_SERVICE);
                set(insert, 2, "bigint", page, Milestone::number);
                set(insert, 3, "uuid", page, Milestone::id);
                set(insert, 4, "text", page, Milestone::deal);
                set(insert, 5, "bigint", page, Milestone::sequence);
                set(insert, 6, "text", page, Milestone::type);
                set(insert, 7, "text", page, Milestone::data);
                set(insert, 8, "text", page, milestone -> milestone.occurredAt().toString());
                insert.executeUpdate();
            }
        }
    }

    private static void set(
            PreparedStatement insert, int parameter, String type, List<Milestone> page, Function<Milestone, ?> column)
            throws SQLException {
        insert.setArray(
                parameter,
                insert.getConnection()
                        .createArrayOf(type, page.stream().map(column).toArray()));
    }
}
