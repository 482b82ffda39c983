package dev.baton.projections.assignment;

import dev.baton.contract.Role;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `waiting_assignment`; a leg that has left the queue stays as history.
record WaitingTable(RowTable<Waiting> table) {

    WaitingTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(jdbc, generation + ".waiting_assignment", List.of("deal_id", "role"), WaitingTable::read)
                .column("deal_id", "text", Waiting::deal)
                .column("role", "text", Waiting::role)
                .column("territory", "text", Waiting::territory)
                .column("reason", "text", Waiting::reason)
                .column("since_at", "timestamptz", Waiting::since)
                .column("since_recorded_at", "timestamptz", Waiting::sinceRecorded)
                .column("woken", "int", Waiting::woken)
                .column("left_by", "text", waiting -> left(waiting, Waiting.Left::how))
                .column("left_at", "timestamptz", waiting -> left(waiting, Waiting.Left::at))
                .column("left_recorded_at", "timestamptz", waiting -> left(waiting, Waiting.Left::recorded)));
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        Waiting.How how = Cells.constant(row, "left_by", Waiting.How.class);
        return new Waiting(
                Cells.text(row, "deal_id"),
                Role.valueOf(Cells.text(row, "role")),
                row.getString("territory"),
                Cells.text(row, "reason"),
                Cells.moment(row, "since_at"),
                Cells.moment(row, "since_recorded_at"),
                row.getInt("woken"),
                how == null
                        ? null
                        : new Waiting.Left(how, Cells.moment(row, "left_at"), Cells.moment(row, "left_recorded_at")));
    }

    private static @Nullable Object left(Waiting waiting, Function<Waiting.Left, @Nullable Object> part) {
        Waiting.Left left = waiting.left();
        return left == null ? null : part.apply(left);
    }
}
