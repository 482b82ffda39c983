package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Postgres;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Rows of an earlier version, in the live generation and in the one before it.
class MigrationTest {
    private final DriverManagerDataSource database = new DriverManagerDataSource(Postgres.newDatabaseUrl());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void rows_that_showed_the_order_of_arrival_no_longer_do() {
        earlier("1010").load().migrate();
        earlierRows();

        flyway().load().migrate();

        assertThat(texts("select ordinal || ' ' || source from analytics.deal_timeline order by ordinal"))
                .containsExactly("1 deal-service", "2 role-assignment-service", "3 deal-service");
        for (String generation : List.of("gen_1", "gen_2")) {
            assertThat(texts(
                            "select (last_occurred_at at time zone 'UTC') || ' ' || (last_recorded_at at time zone 'UTC') from "
                                    + generation + ".deal_current"))
                    .containsExactly("2026-01-09 00:00:00 2026-01-03 00:00:00");
            assertThat(texts("select (asked_at at time zone 'UTC')::text from " + generation
                            + ".responsibility_interval order by epoch"))
                    .containsExactly(null, "2026-01-02 00:00:00");
            assertThat(texts("select column_name from information_schema.columns where table_schema = '" + generation
                            + "' and table_name <> 'responsibility_interval'"
                            + " and column_name in ('ordinal', 'credit_role', 'credit_member')"))
                    .isEmpty();
        }
        assertThat(texts("select credit_member from analytics.close")).containsExactly("anna");
    }

    @Test
    void deals_that_were_there_before_count_for_their_customers() {
        earlier("1020").load().migrate();
        told("won", 0, "lead-found", "2026-01-01Z", "{\"customer\": {\"id\": \"acme\", \"name\": \"Acme\"}}");
        told("won", 1, "closed", "2026-01-05Z", "{\"outcome\": \"WON\"}");
        told("won", 2, "handed-to-support", "2026-01-06Z", "{\"member\": \"sam\"}");
        told("lost", 0, "lead-found", "2026-01-02Z", "{}");
        told("lost", 1, "closed", "2026-01-07Z", "{\"outcome\": \"LOST\"}");
        flyway().load().migrate();
        assertThat(texts("select concat_ws(' ', deal_id, customer_id, customer_name, found_at at time zone 'UTC',"
                        + " won_at at time zone 'UTC', handed_at at time zone 'UTC', scores)"
                        + " from gen_1.support_deal order by deal_id"))
                .containsExactly(
                        "lost 2026-01-02 00:00:00 0",
                        "won acme Acme 2026-01-01 00:00:00 2026-01-05 00:00:00 2026-01-06 00:00:00 0");
    }

    private void told(String deal, int sequence, String event, String at, String data) {
        jdbc.update(
                "insert into gen_1.deal_timeline (deal_id, event_id, source, sequence, type, occurred_at, recorded_at, data)"
                        + " values (?, gen_random_uuid(), 'deal-service', ?, ?, ?::timestamptz, ?::timestamptz, ?::json)",
                deal,
                sequence,
                "baton.deal." + event + ".v1",
                at,
                at,
                data);
    }

    private void earlierRows() {
        jdbc.execute("""
                insert into gen_1.deal_timeline (deal_id, ordinal, event_id, source, sequence, type, occurred_at,
                                                 recorded_at, data)
                values ('d', 1, gen_random_uuid(), 'deal-service', 0, 't', '2026-01-01Z', '2026-01-01Z', '{}'),
                       ('d', 2, gen_random_uuid(), 'deal-service', 1, 't', '2026-01-02Z', '2026-01-03Z', '{}'),
                       ('d', 3, gen_random_uuid(), 'role-assignment-service', 0, 't', '2026-01-09Z', '2026-01-02Z', '{}')""");
        jdbc.execute("""
                insert into gen_1.deal_current (deal_id, pipeline, title, found_estimated, state, state_since, attempt,
                    epoch, found_at, version, events, last_occurred_at, last_recorded_at)
                values ('d', 'p', 't', false, 'WON', '2026-01-01Z', 1, 1, '2026-01-01Z', 1, 3, '2026-01-02Z', '2026-01-02Z')""");
        jdbc.execute("""
                insert into gen_1.responsibility_interval (deal_id, epoch, holder_role, holder_member, cause, from_at,
                                                           from_recorded_at)
                values ('d', 0, 'SALES_REPRESENTATIVE', 'rita', null, '2026-01-01Z', '2026-01-01Z'),
                       ('d', 1, 'ACCOUNT_EXECUTIVE', 'anna', 'LEAD_QUALIFIED', '2026-01-02Z', '2026-01-03Z')""");
        jdbc.execute("insert into gen_1.handoff_request values ('d', 'LEAD_QUALIFIED', '2026-01-02Z', '2026-01-03Z')");
        jdbc.execute("insert into gen_1.deal_close (deal_id, attempt, found_at, outcome, closed_at, credit_member)"
                + " values ('d', 1, '2026-01-01Z', 'WON', '2026-01-05Z', 'rita')");
        jdbc.execute("create schema gen_2");
        texts("select table_name from information_schema.tables where table_schema = 'gen_1'")
                .forEach(table -> {
                    jdbc.execute("create table gen_2." + table + " (like gen_1." + table + " including all)");
                    jdbc.execute("insert into gen_2." + table + " select * from gen_1." + table);
                });
        jdbc.execute("insert into generation (name, live, fed) values ('gen_2', false, true)");
        jdbc.execute("insert into generation (name, live, fed) values ('gen_9', false, false)");
        // the views as an earlier text of the repeatable migration had made them
        jdbc.execute("drop schema if exists analytics cascade");
        jdbc.execute("update flyway_schema_history set checksum = 0 where script = 'R__analytics_v1.sql'");
        jdbc.execute("create schema analytics");
        jdbc.execute("create view analytics.deal_timeline as select ordinal from gen_1.deal_timeline");
        jdbc.execute("create view analytics.close as select credit_member from gen_1.deal_close");
        jdbc.execute("create view analytics.win_loss as select * from analytics.close");
    }

    private List<String> texts(String query) {
        return jdbc.queryForList(query, String.class);
    }

    /// Without the views of today, which show what is not there yet.
    private FluentConfiguration earlier(String version) {
        return flyway().target(version).repeatableSqlMigrationPrefix("none");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projections")
                .placeholders(Map.of("generation", "gen_1"));
    }
}
