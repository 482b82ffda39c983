package dev.baton.projections.funnel;

import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `funnel`.
@Component
public class FunnelQuery {
    private final JdbcClient jdbc;

    FunnelQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FunnelStage> ask() {
        return jdbc.sql("select month, stage, entered, reached_next, conversion, immature"
                        + " from analytics.funnel order by month, rank")
                .query(new SimplePropertyRowMapper<>(FunnelStage.class))
                .list();
    }
}
