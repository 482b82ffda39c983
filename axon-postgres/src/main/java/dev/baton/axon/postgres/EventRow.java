package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/// A row of table `event`.
record EventRow(long position, Instant recordedAt, NewEvent event) {
    static final String COLUMNS =
            "position, event_id, stream_id, sequence, type, payload, metadata, occurred_at, recorded_at, source";

    static EventRow read(ResultSet row, int ignoredRowNumber) throws SQLException {
        return new EventRow(
                row.getLong("position"),
                instant(row, "recorded_at"),
                new NewEvent(
                        row.getObject("event_id", UUID.class),
                        StreamId.parse(row.getString("stream_id")),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getString("payload"),
                        row.getString("metadata"),
                        instant(row, "occurred_at"),
                        row.getString("source")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
