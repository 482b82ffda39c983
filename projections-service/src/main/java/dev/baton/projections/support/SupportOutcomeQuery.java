package dev.baton.projections.support;

import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `support_outcome`.
@Component
public class SupportOutcomeQuery {
    private final JdbcClient jdbc;

    SupportOutcomeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SupportOutcomes ask() {
        return new SupportOutcomes(totals(), rows());
    }

    private SupportOutcomes.Totals totals() {
        return jdbc.sql("""
                        select count(*) filter (where wins >= 1) as customers,
                               count(*) filter (where wins >= 2) as repeat_customers,
                               round(count(*) filter (where wins >= 2)::numeric
                                     / nullif(count(*) filter (where wins >= 1), 0), 4) as repeat_rate,
                               coalesce(sum(commitments_kept), 0) as commitments_kept,
                               coalesce(sum(commitments_breached), 0) as commitments_breached,
                               round(sum(commitments_kept)
                                     / nullif(sum(commitments_kept + commitments_breached), 0), 4)
                                   as commitments_kept_rate,
                               coalesce(sum(scores), 0) as scores,
                               round(sum(score_sum)::numeric / nullif(sum(scores), 0), 2) as satisfaction,
                               round(sum(satisfied)::numeric / nullif(sum(scores), 0), 4) as satisfied_share,
                               count(*) filter (where churned) as churned_customers,
                               round(count(*) filter (where churned)::numeric
                                     / nullif(count(*) filter (where ever_in_support > 0), 0), 4) as churn_rate,
                               coalesce(sum(leads_from_origin), 0) as leads_from_origin,
                               coalesce(sum(wins_from_origin), 0) as wins_from_origin
                        from analytics.support_outcome
                        """)
                .query(new SimplePropertyRowMapper<>(SupportOutcomes.Totals.class))
                .single();
    }

    private List<SupportOutcomes.Row> rows() {
        return jdbc.sql("""
                        select * from analytics.support_outcome order by customer_name, customer_id
                        """)
                .query(new SimplePropertyRowMapper<>(SupportOutcomes.Row.class))
                .list();
    }
}
