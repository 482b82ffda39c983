package dev.baton.projections.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalystTest {
    private final Running service = Office.running();

    @Test
    void an_analyst_reads_every_view() throws SQLException {
        for (String view : views()) {
            assertThat(count("select count(*) from analytics." + view)).as(view).isNotNegative();
        }
        assertThat(count("select count(*) from analytics.deal_current")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from gen_1.deal_current",
                "select count(*) from public.reader_offset",
                "select count(*) from public.generation",
                "create table analytics.mine (id int)",
                "create table public.mine (id int)",
                "drop view analytics.close"
            })
    void an_analyst_neither_sees_what_is_behind_the_views_nor_changes_anything(String sql) {
        assertThatThrownBy(() -> count(sql)).isInstanceOf(SQLException.class);
    }

    @Test
    void every_view_and_every_column_says_what_it_means() {
        List<String> silent = texts("""
                select c.relname || coalesce('.' || a.attname, '') from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'analytics'
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relkind = 'v'
                  and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)
                """);

        assertThat(views()).hasSizeGreaterThan(12);
        assertThat(silent).isEmpty();
    }

    private List<String> views() {
        return texts("select table_name from information_schema.views where table_schema = 'analytics'");
    }

    private List<String> texts(String sql) {
        return service.sql().sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "analyst", "analyst");
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? first(statement.getResultSet()) : 0;
        }
    }

    private static long first(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    private String url() throws SQLException {
        try (Connection connection = service.bean(DataSource.class).getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        }
    }
}
