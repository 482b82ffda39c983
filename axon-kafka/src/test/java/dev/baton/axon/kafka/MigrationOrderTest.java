package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.autoconfigure.MigrationAutoConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/// A false alarm at every start is read by nobody, and hides the true one.
@ExtendWith(OutputCaptureExtension.class)
class MigrationOrderTest {
    private static final String ALARM = "outOfOrder mode is active";

    private final String database = Postgres.newDatabaseUrl();

    @TempDir
    Path migrations;

    @Test
    void only_a_migration_that_comes_late_gives_the_order_up_and_is_warned_of(CapturedOutput output) throws Exception {
        add("V0001__one");
        add("V1000__two");
        start();
        start();
        assertThat(applied()).containsExactly("0001", "1000");
        assertThat(output).doesNotContain(ALARM);

        add("V0002__late");
        start();
        assertThat(applied()).containsExactly("0001", "1000", "0002");
        assertThat(output).containsOnlyOnce(ALARM);

        start();
        add("V1001__three");
        start();
        assertThat(applied()).containsExactly("0001", "1000", "0002", "1001");
        assertThat(output).containsOnlyOnce(ALARM);
    }

    private void add(String name) throws Exception {
        Files.writeString(migrations.resolve(name + ".sql"), "create table %s (id int)".formatted(name.toLowerCase()));
    }

    private void start() {
        new SpringApplicationBuilder(Migrating.class)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.flyway.locations=filesystem:" + migrations,
                        "--spring.flyway.out-of-order=true",
                        "--spring.main.web-application-type=none",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn")
                .close();
    }

    private List<String> applied() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database);
            return new JdbcTemplate(pool)
                    .queryForList("select version from flyway_schema_history order by installed_rank", String.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MigrationAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Migrating {}
}
