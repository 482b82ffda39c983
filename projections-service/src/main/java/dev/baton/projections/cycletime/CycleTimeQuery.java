package dev.baton.projections.cycletime;

import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `cycle_time`.
@Component
public class CycleTimeQuery {
    private final JdbcClient jdbc;

    CycleTimeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CycleTime> ask() {
        return jdbc.sql("select * from analytics.cycle_time order by start, outcome desc")
                .query(new SimplePropertyRowMapper<>(CycleTime.class))
                .list();
    }
}
