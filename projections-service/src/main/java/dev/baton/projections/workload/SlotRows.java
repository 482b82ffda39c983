package dev.baton.projections.workload;

import static java.util.stream.Collectors.toMap;

import dev.baton.contract.Role;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `member_slot`; a released place stays as history.
public final class SlotRows implements KeyedRows<Slot> {
    private final RowTable<Slot> table;

    public SlotRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(jdbc, generation + ".member_slot", List.of("slot_id"), SlotRows::read)
                .column("slot_id", "text", Slot::id)
                .column("stream_id", "text", Slot::stream)
                .column("role", "text", Slot::role)
                .column("member", "text", Slot::member)
                .column("deal_id", "text", Slot::deal)
                .column("weight", "int", Slot::weight)
                .column("override", "boolean", Slot::override)
                .column("reserved_at", "timestamptz", Slot::reserved)
                .column("confirmed_at", "timestamptz", Slot::confirmed)
                .column("released_at", "timestamptz", Slot::released)
                .column("released_for", "text", Slot::releasedFor);
    }

    @Override
    public Map<String, Slot> load(Collection<String> keys) {
        return table.of(keys).stream().collect(toMap(Slot::id, Function.identity()));
    }

    @Override
    public List<Part<Slot, ?>> parts() {
        return List.of(Part.changing(table, Stream::of));
    }

    private static Slot read(ResultSet row, int number) throws SQLException {
        return new Slot(
                Cells.text(row, "slot_id"),
                Cells.text(row, "stream_id"),
                Role.valueOf(Cells.text(row, "role")),
                Cells.text(row, "member"),
                Cells.text(row, "deal_id"),
                row.getInt("weight"),
                row.getBoolean("override"),
                Cells.moment(row, "reserved_at"),
                Cells.instant(row, "confirmed_at"),
                Cells.instant(row, "released_at"),
                row.getString("released_for"));
    }
}
