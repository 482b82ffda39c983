package dev.baton.projections.pipeline;

import dev.baton.projections.answer.Amount;
import dev.baton.projections.deal.DealState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `deal_current`.
@Component
public class PipelineQuery {
    private static final String CHOSEN = """
            from analytics.deal_current
            where (:territory::text is null or territory = :territory)
              and (:holder::text is null or holder_member = :holder)
            """;

    private final JdbcClient jdbc;

    PipelineQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param territory only deals of it, when given
    /// @param holder only deals of this member, when given
    public Pipeline ask(@Nullable String territory, @Nullable String holder) {
        List<Pipeline.Row> rows = rows(territory, holder);
        return new Pipeline(totals(territory, holder), rows);
    }

    private List<Pipeline.Row> rows(@Nullable String territory, @Nullable String holder) {
        return jdbc
                .sql("select state, open, currency, count(*) as deals, sum(value) as value " + CHOSEN
                        + " group by state, open, currency order by currency")
                .param("territory", territory)
                .param("holder", holder)
                .query((row, number) -> new Pipeline.Row(
                        DealState.valueOf(row.getString("state")),
                        row.getBoolean("open"),
                        row.getString("currency"),
                        row.getLong("deals"),
                        Amount.text(row, "value")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Pipeline.Row::state))
                .toList();
    }

    private Pipeline.Totals totals(@Nullable String territory, @Nullable String holder) {
        List<Amount> worth = jdbc.sql("select currency, sum(value) as value " + CHOSEN
                        + " and open and currency is not null group by currency order by currency")
                .param("territory", territory)
                .param("holder", holder)
                .query((row, number) ->
                        new Amount(row.getString("currency"), Objects.requireNonNull(Amount.text(row, "value"))))
                .list();
        return jdbc.sql("""
                        select count(*) as deals, count(qualified_at) as qualified,
                               count(*) filter (where open) as open,
                               count(*) filter (where state in ('WON', 'IN_SUPPORT')) as won,
                               count(*) filter (where state = 'LOST') as lost,
                               count(*) filter (where state = 'DISQUALIFIED') as disqualified,
                               count(*) filter (where state = 'IN_SUPPORT') as in_support
                        """ + CHOSEN)
                .param("territory", territory)
                .param("holder", holder)
                .query((row, number) -> totals(row, worth))
                .single();
    }

    private static Pipeline.Totals totals(ResultSet row, List<Amount> worth) throws SQLException {
        return new Pipeline.Totals(
                row.getLong("deals"),
                row.getLong("qualified"),
                row.getLong("open"),
                row.getLong("won"),
                row.getLong("lost"),
                row.getLong("disqualified"),
                row.getLong("in_support"),
                worth);
    }
}
