package dev.baton.projections.winloss;

import dev.baton.projections.answer.Amount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `close`.
@Component
public class WinLossQuery {
    private static final String RATES = """
            count(*) filter (where outcome = 'WON') as won,
            count(*) filter (where outcome = 'LOST') as lost,
            round(count(*) filter (where outcome = 'WON')::numeric / nullif(count(*), 0), 4) as rate_by_count
            """;

    private final JdbcClient jdbc;

    WinLossQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WinLoss ask(WinLoss.By by) {
        return new WinLoss(totals(), rows(by));
    }

    private WinLoss.Totals totals() {
        return jdbc.sql("select " + RATES + " from analytics.close")
                .query((row, number) ->
                        new WinLoss.Totals(row.getLong("won"), row.getLong("lost"), row.getBigDecimal("rate_by_count")))
                .single();
    }

    private List<WinLoss.Row> rows(WinLoss.By by) {
        return jdbc.sql("select " + by.expression() + " as grouped, currency, " + RATES + """
                        , coalesce(sum(value) filter (where outcome = 'WON'), 0) as won_value,
                        coalesce(sum(value) filter (where outcome = 'LOST'), 0) as lost_value,
                        round(coalesce(sum(value) filter (where outcome = 'WON'), 0) / nullif(sum(value), 0), 4)
                            as rate_by_value
                        from analytics.close group by grouped, currency order by grouped, currency
                        """)
                .query(WinLossQuery::row)
                .list();
    }

    private static WinLoss.Row row(ResultSet row, int number) throws SQLException {
        BigDecimal byCount = Objects.requireNonNull(row.getBigDecimal("rate_by_count"));
        return new WinLoss.Row(
                row.getString("grouped"),
                row.getString("currency"),
                row.getLong("won"),
                row.getLong("lost"),
                byCount,
                Amount.text(row, "won_value"),
                Amount.text(row, "lost_value"),
                row.getBigDecimal("rate_by_value"));
    }
}
