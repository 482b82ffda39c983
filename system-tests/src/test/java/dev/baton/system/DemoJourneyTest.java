package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.system.LoadedBaton.Demo;
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

/// The 8,800 deals, through the front door, to the figures that an analyst reads.
@Tag("system")
@Order(1)
@ExtendWith(LoadedBaton.class)
class DemoJourneyTest {
    private static final Duration SECOND_RUN = Duration.ofMinutes(15);

    @Test
    @Order(1)
    void the_demo_ends_with_the_figures_of_the_file(Demo demo) {
        demo.outcome().successful();
        System.out.println("the demo took " + demo.took().toSeconds() + " s, from nothing running to its figures");

        Figures.assertReached(demo.service("projections-service", "analyst"));
    }

    @Test
    @Order(2)
    void the_summary_says_the_same_figures(Demo demo) {
        assertThat(demo.outcome().output())
                .contains("8,800", "8,300", "4,238", "2,473", "2,089", "10,005,534.00", "63.15", "62.72")
                .contains("4,966,215.00", "57", "106", "4,213", "25");
    }

    @Test
    @Order(3)
    void the_proof_holds(Demo demo) {
        assertThat(demo.baton().run(Duration.ofMinutes(5), "proof").successful().output())
                .contains("8,800", "PERSON", "POLICY", "FORCED");
    }

    @Test
    @Order(4)
    void a_second_run_doubles_nothing(Demo demo) {
        demo.baton().run(SECOND_RUN, "demo", "--detach").successful();

        Figures.assertReached(demo.service("projections-service", "analyst"));
    }

    @Test
    @Order(5)
    void the_analysts_url_of_status_reads_the_analytics_schema_and_writes_nothing(Demo demo) throws SQLException {
        try (Connection analyst =
                        DriverManager.getConnection(demo.baton().status().analytics());
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
