package dev.baton.projections.deal;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.projections.answer.After;
import dev.baton.projections.answer.Amount;
import dev.baton.projections.row.Cells;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `deal_current`.
@Component
public class DealQuery {
    private final JdbcClient jdbc;

    DealQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Deal> find(String deal) {
        return jdbc.sql("select * from analytics.deal_current where deal_id = :deal")
                .param("deal", deal)
                .query(DealQuery::deal)
                .optional();
    }

    /// The newest leads first.
    public Page<Deal> list(DealFilter filter, PageRequest page) {
        After after = After.of(page, Instant::parse, String::valueOf);
        List<Deal> deals = jdbc.sql("""
                        select * from analytics.deal_current
                        where (:state::text is null or state = :state)
                          and (:holder::text is null or holder_member = :holder)
                          and (:territory::text is null or territory = :territory)
                          and (:pattern::text is null or title ilike :pattern or customer_name ilike :pattern
                               or product ilike :pattern or deal_id ilike :pattern)
                          and (:found::text is null or found_at < :found::timestamptz
                               or (found_at = :found::timestamptz and deal_id > :afterDeal))
                        order by found_at desc, deal_id limit :limit
                        """)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("holder", filter.holder())
                .param("territory", filter.territory())
                .param("pattern", filter.pattern())
                .param("found", after.key(0))
                .param("afterDeal", after.key(1))
                .param("limit", page.fetch())
                .query(DealQuery::deal)
                .list();
        return Page.of(deals, page, deal -> Cursor.of(deal.foundAt(), deal.dealId()));
    }

    public DealChoices choices() {
        return new DealChoices(
                distinct(
                        "select distinct territory from analytics.deal_current where territory is not null order by 1"),
                distinct("select distinct holder_member from analytics.deal_current"
                        + " where holder_member is not null order by 1"));
    }

    private List<String> distinct(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private static Deal deal(ResultSet row, int number) throws SQLException {
        return new Deal(
                Cells.text(row, "deal_id"),
                Cells.text(row, "title"),
                DealState.valueOf(row.getString("state")),
                row.getBoolean("open"),
                Cells.moment(row, "state_since"),
                Amount.text(row, "value"),
                row.getString("currency"),
                Cells.constant(row, "holder_role", Role.class),
                row.getString("holder_member"),
                row.getString("holder_name"),
                row.getInt("epoch"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("territory"),
                row.getString("product"),
                row.getString("channel"),
                Cells.text(row, "pipeline"),
                Cells.moment(row, "found_at"),
                row.getBoolean("found_estimated"),
                Cells.instant(row, "qualified_at"),
                Cells.instant(row, "agreed_at"),
                Cells.instant(row, "closed_at"),
                Cells.instant(row, "handed_at"),
                row.getInt("age_days"),
                row.getString("reason"),
                row.getString("competitor"),
                row.getString("next_step"),
                row.getObject("next_step_due", LocalDate.class),
                row.getObject("expected_close", LocalDate.class),
                Cells.constant(row, "forecast_category", ForecastCategory.class),
                row.getObject("rests_until", LocalDate.class),
                Cells.instant(row, "last_interaction_at"),
                row.getString("merged_into"),
                row.getObject("call_close", LocalDate.class),
                Cells.constant(row, "call_category", ForecastCategory.class),
                Amount.text(row, "call_value", "call_currency"),
                row.getString("call_currency"),
                Cells.instant(row, "call_at"),
                row.getString("call_adjusted_by"),
                row.getInt("attempt"),
                row.getLong("version"),
                row.getInt("events"));
    }
}
