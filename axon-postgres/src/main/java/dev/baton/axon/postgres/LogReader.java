package dev.baton.axon.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/// The questions that are put to the log's tables.
final class LogReader {
    private static final RowMapper<EventRow> ROW = EventRow::read;
    private static final String SELECT = "select " + EventRow.COLUMNS + " from event ";

    private final JdbcOperations jdbc;

    LogReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<EventRow> after(long position, int limit) {
        return jdbc.query(SELECT + "where position > ? order by position limit ?", ROW, position, limit);
    }

    List<EventRow> stream(String stream, long fromSequence) {
        return jdbc.query(
                SELECT + "where stream_id = ? and sequence >= ? order by sequence", ROW, stream, fromSequence);
    }

    Optional<EventRow> find(UUID eventId) {
        return jdbc.query(SELECT + "where event_id = ?", ROW, eventId).stream().findFirst();
    }

    Set<UUID> known(List<UUID> eventIds) {
        return jdbc
                .query(
                        "select event_id from event where event_id = any(?)",
                        (row, ignored) -> row.getObject(1, UUID.class),
                        (Object) eventIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /// 0 when the log is empty.
    long lastPosition() {
        return number("select coalesce(max(position), 0) from event").orElse(0L);
    }

    Optional<Long> lastSequence(String stream) {
        return number("select max(sequence) from event where stream_id = ?", stream);
    }

    /// The last position that was recorded before a moment, 0 when there is none.
    long lastPositionBefore(Instant moment) {
        return number(
                        "select coalesce(max(position), 0) from event where recorded_at < ?",
                        moment.atOffset(ZoneOffset.UTC))
                .orElse(0L);
    }

    private Optional<Long> number(String query, Object... arguments) {
        return Optional.ofNullable(jdbc.queryForObject(query, Long.class, arguments));
    }
}
