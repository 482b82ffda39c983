package dev.baton.projections.console;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the view `workload` who is who.
@Component
class PeopleQuery {
    private final JdbcClient jdbc;

    PeopleQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    People all() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select distinct on (member) member, name from analytics.workload order by member, joined_at desc")
                .query(row -> {
                    names.put(row.getString("member"), row.getString("name"));
                });
        return new People(names);
    }
}
