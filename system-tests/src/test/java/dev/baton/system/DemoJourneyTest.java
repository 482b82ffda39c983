package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The 8,800 deals, through the front door, to the figures that an analyst reads.
@Tag("system")
@Order(1)
@ExtendWith(RunningBaton.class)
class DemoJourneyTest {
    private static final Duration LOAD = Duration.ofMinutes(25);

    @Test
    @Order(1)
    void the_demo_ends_with_the_figures_of_the_file(Baton baton) {
        long began = System.nanoTime();
        String summary = baton.run(LOAD, "demo", "--detach").successful().output();
        System.out.println("the demo took "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s from a running system to its figures");

        Figures.assertReached(baton.service("projections-service", "analyst"));
        assertThat(summary)
                .contains("8,800", "8,300", "4,238", "2,473", "2,089", "10,005,534.00", "63.15", "62.72")
                .contains("4,966,215.00", "57 days", "106 days", "4,213", "East 25");
    }

    @Test
    @Order(2)
    void the_proof_holds(Baton baton) {
        assertThat(baton.run(Duration.ofMinutes(5), "proof").successful().output())
                .contains("8,800", "PERSON", "POLICY", "FORCED");
    }

    @Test
    @Order(2)
    void the_recorded_policies_give_every_decision_again_within_a_minute(Baton baton) {
        assertThat(baton.run(Duration.ofMinutes(1), "what-if").successful().output())
                .contains("8,800 deals", "0 with other effects", "THE SAME");
    }

    /// The demo's support works at its limit: with twice the weight many more would have waited.
    @Test
    @Order(2)
    void another_policy_shows_whose_deals_would_have_gone_elsewhere(Baton baton, @TempDir Path directory)
            throws IOException {
        Path twice = Files.writeString(directory.resolve("twice.json"), """
                {"roles": {"CUSTOMER_SUPPORT_REPRESENTATIVE": {"weight": 2}}}""");
        assertThat(baton.run(Duration.ofMinutes(3), "what-if", "--policy", twice.toString())
                        .successful()
                        .output())
                .contains("8,800 deals", "the given policy instead of every recorded one")
                .containsPattern("[1-9][0-9,]* legs would have come to somebody else, or to nobody")
                .doesNotContain("THE SAME");
    }

    @Test
    @Order(3)
    void a_second_run_doubles_nothing(Baton baton) {
        baton.run(LOAD, "demo", "--detach").successful();

        Figures.assertReached(baton.service("projections-service", "analyst"));
    }

    @Test
    @Order(4)
    void the_analysts_url_of_status_reads_the_analytics_schema_and_writes_nothing(Baton baton) throws SQLException {
        try (Connection analyst = DriverManager.getConnection(baton.status().analytics());
                Statement sql = analyst.createStatement()) {
            assertThat(number(sql, "select count(*) from analytics.deal_current"))
                    .isEqualTo(8800);
            assertThat(number(sql, """
                            select count(*) from pg_class view join pg_attribute field on field.attrelid = view.oid
                            where view.relnamespace = 'analytics'::regnamespace and view.relkind = 'v'
                              and field.attnum > 0 and not field.attisdropped
                              and col_description(view.oid, field.attnum) is null"""))
                    .as("columns of views without a comment")
                    .isZero();
            assertThat(number(sql, """
                            select count(*) from pg_class view
                            where view.relnamespace = 'analytics'::regnamespace and view.relkind = 'v'
                              and has_table_privilege(view.oid, 'insert, update, delete')""")).as("views that an analyst may write").isZero();
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
