package dev.baton.axon.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// A row of table `event_commit`.
@SuppressWarnings("ArrayRecordComponent")
record CommitRow(
        long firstPosition, long lastPosition, byte[] digest, byte[] previousHash, byte[] hash, Instant committedAt) {

    static CommitRow read(ResultSet row, int ignoredRowNumber) throws SQLException {
        return new CommitRow(
                row.getLong("first_position"),
                row.getLong("last_position"),
                row.getBytes("digest"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"),
                row.getObject("committed_at", OffsetDateTime.class).toInstant());
    }
}
