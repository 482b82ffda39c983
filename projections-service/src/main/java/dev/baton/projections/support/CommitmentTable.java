package dev.baton.projections.support;

import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `commitment`.
record CommitmentTable(RowTable<Commitment> table) {
    CommitmentTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(jdbc, generation + ".commitment", List.of("deal_id", "commitment"), CommitmentTable::read)
                .column("deal_id", "text", Commitment::deal)
                .column("commitment", "text", Commitment::commitment)
                .column("what", "text", Commitment::what)
                .column("promised_at", "timestamptz", Commitment::made)
                .column("due_at", "timestamptz", Commitment::due)
                .column("fulfilled_at", "timestamptz", Commitment::fulfilled)
                .column("breached_at", "timestamptz", Commitment::breached)
                .column("voided_at", "timestamptz", Commitment::voided));
    }

    private static Commitment read(ResultSet row, int number) throws SQLException {
        return new Commitment(
                Cells.text(row, "deal_id"),
                Cells.text(row, "commitment"),
                Cells.text(row, "what"),
                Cells.moment(row, "promised_at"),
                Cells.moment(row, "due_at"),
                Cells.instant(row, "fulfilled_at"),
                Cells.instant(row, "breached_at"),
                Cells.instant(row, "voided_at"));
    }
}
