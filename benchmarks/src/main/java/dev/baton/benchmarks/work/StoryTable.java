package dev.baton.benchmarks.work;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The read model that every replay builds: a row for each event, keyed by the deal and the place in its story, as
/// Baton's `deal_timeline`.
public final class StoryTable {
    /// What a checksum is taken of.
    public static final String NAME = "story";

    public static final String CREATE = """
            create table story (
                deal_id     text        not null,
                event_id    uuid        not null,
                sequence    bigint      not null,
                type        text        not null,
                occurred_at timestamptz not null,
                data        json        not null,
                primary key (deal_id, sequence)
            )
            """;

    /// Written as a handler writes that must survive a repetition.
    public static final String INSERT = """
            insert into story (deal_id, event_id, sequence, type, occurred_at, data)
            values (?, ?::uuid, ?, ?, ?::timestamptz, ?::json) on conflict (deal_id, sequence) do nothing
            """;

    private StoryTable() {}

    public static Object[] row(Milestone.Told told) {
        return new Object[] {told.deal(), told.id(), told.sequence(), told.type(), told.occurredAt(), told.data()};
    }

    public static void bind(PreparedStatement insert, Milestone.Told told) throws SQLException {
        Object[] row = row(told);
        for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
    }
}
