package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a login may do that uses the tables without owning them.
class HistoryRightsTest {
    private static final String LOGIN = "a_service";

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(Postgres.newDatabase(), "postgres", "");
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @BeforeEach
    void a_login_that_is_given_every_table_as_it_is_made() {
        if (!Boolean.TRUE.equals(
                sql.queryForObject("select exists (select from pg_roles where rolname = ?)", Boolean.class, LOGIN))) {
            sql.execute("create role " + LOGIN + " login");
        }
        sql.execute(
                "alter default privileges in schema public grant select, insert, update, delete on tables to " + LOGIN);
        migrate();
    }

    @Test
    void history_is_read_and_added_to_and_nothing_else() {
        for (String history : new String[] {"event", "event_commit"}) {
            assertThat(may("select", history)).isTrue();
            assertThat(may("insert", history)).isTrue();
            assertThat(may("update", history)).isFalse();
            assertThat(may("delete", history)).isFalse();
            assertThat(may("truncate", history)).isFalse();
        }
    }

    @Test
    void what_is_no_history_is_changed_as_before() {
        assertThat(may("update", "token_entry")).isTrue();
        assertThat(may("delete", "saga_entry")).isTrue();
    }

    @Test
    void a_right_that_somebody_gave_back_is_taken_at_the_next_start() {
        sql.execute("grant update, delete, truncate on event to " + LOGIN);
        migrate();
        assertThat(may("update", "event")).isFalse();
        assertThat(may("truncate", "event")).isFalse();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/axon-postgres")
                .load()
                .migrate();
    }

    private boolean may(String act, String table) {
        return Boolean.TRUE.equals(
                sql.queryForObject("select has_table_privilege(?, ?, ?)", Boolean.class, LOGIN, table, act));
    }
}
