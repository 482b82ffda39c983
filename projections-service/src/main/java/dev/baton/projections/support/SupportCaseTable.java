package dev.baton.projections.support;

import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `support_case`.
record SupportCaseTable(RowTable<SupportCase> table) {
    SupportCaseTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(jdbc, generation + ".support_case", List.of("deal_id", "ticket"), SupportCaseTable::read)
                .column("deal_id", "text", SupportCase::deal)
                .column("ticket", "text", SupportCase::ticket)
                .column("subject", "text", SupportCase::subject)
                .column("priority", "text", SupportCase::priority)
                .column("opened_at", "timestamptz", SupportCase::opened)
                .column("resolved_at", "timestamptz", SupportCase::resolved));
    }

    private static SupportCase read(ResultSet row, int number) throws SQLException {
        return new SupportCase(
                Cells.text(row, "deal_id"),
                Cells.text(row, "ticket"),
                Cells.text(row, "subject"),
                Priority.valueOf(Cells.text(row, "priority")),
                Cells.moment(row, "opened_at"),
                Cells.instant(row, "resolved_at"));
    }
}
