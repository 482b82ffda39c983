package dev.baton.projections.story;

import dev.baton.contract.json.ContractJson;
import dev.baton.projections.answer.After;
import dev.baton.projections.row.Cells;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `deal_timeline`.
@Component
public class TimelineQuery {
    private final JdbcClient jdbc;

    TimelineQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Told> of(String deal, PageRequest page) {
        return Page.of(
                read(deal, After.of(page, Integer::valueOf).key(0), page.fetch()),
                page,
                told -> Cursor.of(told.ordinal()));
    }

    /// From the beginning, as much as a page of the console shows.
    public List<Told> first(String deal, int most) {
        return read(deal, null, most);
    }

    private List<Told> read(String deal, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select * from analytics.deal_timeline
                        where deal_id = :deal and ordinal > coalesce(:after::int, 0) order by ordinal limit :limit
                        """)
                .param("deal", deal)
                .param("after", after)
                .param("limit", limit)
                .query(TimelineQuery::told)
                .list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getInt("ordinal"),
                Cells.text(row, "type"),
                Cells.moment(row, "occurred_at"),
                Cells.moment(row, "recorded_at"),
                row.getString("actor"),
                Objects.requireNonNull(Cells.id(row, "event_id")),
                Cells.text(row, "source"),
                row.getLong("sequence"),
                Cells.id(row, "causation_id"),
                row.getString("cause_type"),
                Cells.id(row, "correlation_id"),
                row.getString("origin_source"),
                row.getString("origin_id"),
                ContractJson.mapper().readTree(Cells.text(row, "data")));
    }
}
