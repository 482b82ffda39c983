package dev.baton.projections.stage;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.projections.deal.DealState;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `stage_visit`.
public final class StageVisitRows implements KeyedRows<StageVisits> {
    private final RowTable<StageVisit> table;

    public StageVisitRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(jdbc, generation + ".stage_visit", List.of("deal_id", "visit"), StageVisitRows::read)
                .column("deal_id", "text", StageVisit::deal)
                .column("visit", "int", StageVisit::visit)
                .column("attempt", "int", StageVisit::attempt)
                .column("stage", "text", StageVisit::stage)
                .column("entered_at", "timestamptz", StageVisit::entered)
                .column("entered_recorded_at", "timestamptz", StageVisit::enteredRecorded)
                .column("left_at", "timestamptz", StageVisit::left)
                .column("left_recorded_at", "timestamptz", StageVisit::leftRecorded);
    }

    @Override
    public Map<String, StageVisits> load(Collection<String> keys) {
        return table.of(keys).stream()
                .collect(groupingBy(StageVisit::deal, collectingAndThen(toList(), StageVisits::new)));
    }

    @Override
    public List<Part<StageVisits, ?>> parts() {
        return List.of(Part.changing(table, deal -> deal.visits().stream()));
    }

    private static StageVisit read(ResultSet row, int number) throws SQLException {
        return new StageVisit(
                Cells.text(row, "deal_id"),
                row.getInt("visit"),
                row.getInt("attempt"),
                DealState.valueOf(Cells.text(row, "stage")),
                Cells.moment(row, "entered_at"),
                Cells.moment(row, "entered_recorded_at"),
                Cells.instant(row, "left_at"),
                Cells.instant(row, "left_recorded_at"));
    }
}
