package dev.baton.projections.generation;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the migrations which generation is live, so that a start after a swap does not point the views back.
@Component
class LivePlaceholder implements FlywayConfigurationCustomizer {
    private static final String FIRST = "gen_1";

    @Override
    public void customize(FluentConfiguration flyway) {
        Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
        placeholders.put("generation", live(flyway.getDataSource()));
        flyway.placeholders(placeholders);
    }

    private static String live(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        boolean known = jdbc.sql("select to_regclass('generation') is not null")
                .query((row, number) -> row.getBoolean(1))
                .single();
        return known
                ? jdbc.sql("select name from generation where live")
                        .query(String.class)
                        .optional()
                        .orElse(FIRST)
                : FIRST;
    }
}
