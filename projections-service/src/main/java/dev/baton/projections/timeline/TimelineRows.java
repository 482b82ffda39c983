package dev.baton.projections.timeline;

import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `deal_timeline`; its rows are written once, and nothing is read to go on.
public final class TimelineRows implements KeyedRows<Timeline> {
    private final RowTable<TimelineEntry> table;

    public TimelineRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(
                        jdbc,
                        generation + ".deal_timeline",
                        List.of("deal_id", "source", "sequence"),
                        TimelineRows::read)
                .column("deal_id", "text", TimelineEntry::deal)
                .column("event_id", "uuid", TimelineEntry::event)
                .column("source", "text", TimelineEntry::source)
                .column("sequence", "bigint", TimelineEntry::sequence)
                .column("type", "text", TimelineEntry::type)
                .column("occurred_at", "timestamptz", TimelineEntry::occurredAt)
                .column("recorded_at", "timestamptz", TimelineEntry::recordedAt)
                .column("actor", "text", TimelineEntry::actor)
                .column("causation_id", "uuid", TimelineEntry::causation)
                .column("correlation_id", "uuid", TimelineEntry::correlation)
                .column("origin_source", "text", TimelineEntry::originSource)
                .column("origin_id", "text", TimelineEntry::originId)
                .column("data", "json", TimelineEntry::data);
    }

    @Override
    public Map<String, Timeline> load(Collection<String> keys) {
        return Map.of();
    }

    @Override
    public List<Part<Timeline, ?>> parts() {
        return List.of(Part.settled(table, story -> story.added().stream()));
    }

    @Override
    public Timeline settled(Timeline story) {
        return Timeline.of(story.deal());
    }

    private static TimelineEntry read(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                Cells.text(row, "deal_id"),
                Objects.requireNonNull(Cells.id(row, "event_id")),
                Cells.text(row, "source"),
                row.getLong("sequence"),
                Cells.text(row, "type"),
                Cells.moment(row, "occurred_at"),
                Cells.moment(row, "recorded_at"),
                row.getString("actor"),
                Cells.id(row, "causation_id"),
                Cells.id(row, "correlation_id"),
                row.getString("origin_source"),
                row.getString("origin_id"),
                Cells.text(row, "data"));
    }
}
