package dev.baton.projections.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a generation's tables as the live one has them, and takes a whole generation away.
///
/// The live tables are the pattern, not a second text: whatever migrations made of them is in the
/// next generation too.
@Component
@DependsOnDatabaseInitialization
public class GenerationTables {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    GenerationTables(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The names of a generation's tables.
    public List<String> of(String generation) {
        return texts("select table_name from information_schema.tables where table_schema = ? order by 1", generation);
    }

    /// All tables without their indexes, in one transaction; nothing if the generation is there.
    public void create(String generation, String pattern) {
        transactions.executeWithoutResult(status -> {
            int added = jdbc.sql("insert into generation (name, live, fed) values (?, false, false)"
                            + " on conflict (name) do nothing")
                    .param(generation)
                    .update();
            if (added == 1) {
                run("create schema " + generation);
                of(pattern).forEach(table -> like(generation + "." + table, pattern + "." + table));
            }
        });
    }

    /// What is missing of primary keys and indexes, each in a transaction of its own, and the
    /// planner's statistics.
    public void index(String generation, String pattern) {
        missingConstraints(generation, pattern).forEach(this::run);
        missingIndexes(generation, pattern).forEach(this::run);
        of(generation).forEach(table -> run("analyze " + generation + "." + table));
    }

    /// The columns of a table's primary key, in its order.
    public List<String> key(String generation, String table) {
        return jdbc.sql("""
                        select a.attname from pg_constraint c
                        cross join unnest(c.conkey) with ordinality as k (attnum, place)
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
                        where c.conrelid = ?::regclass and c.contype = 'p' order by k.place
                        """)
                .param(generation + "." + table)
                .query(GenerationTables::text)
                .list();
    }

    public List<String> columns(String generation, String table) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = ? and table_name = ? order by ordinal_position
                        """)
                .params(generation, table)
                .query(GenerationTables::text)
                .list();
    }

    /// Takes away whatever is neither live nor the one to go back to, with what its readers have stored.
    ///
    /// @param but a generation that is being built
    public void dropUnused(String but) {
        unused(but).forEach(this::drop);
    }

    /// What [#dropUnused] would take away.
    public List<String> unused(String but) {
        return jdbc.sql("select name from generation where not live and not fed and name <> ? order by name")
                .param(but)
                .query(GenerationTables::text)
                .list();
    }

    private void drop(String generation) {
        transactions.executeWithoutResult(status -> {
            for (String table : List.of("reader_offset", "reader_subject", "reader_parked", "reader_dead_letter")) {
                jdbc.sql("delete from " + table + " where starts_with(reader, ?)")
                        .param(generation + "-")
                        .update();
            }
            run("drop schema if exists " + generation + " cascade");
            jdbc.sql("delete from generation where name = ?").param(generation).update();
        });
    }

    private void like(String table, String pattern) {
        run("create table " + table + " (like " + pattern + " including all excluding indexes)");
        texts("select unnest(reloptions) from pg_class where oid = ?::regclass", pattern)
                .forEach(option -> run("alter table " + table + " set (" + option + ")"));
    }

    private List<String> missingConstraints(String generation, String pattern) {
        return jdbc.sql("""
                        select format('alter table %s.%I add constraint %I %s', :generation::text, t.relname, c.conname,
                                      pg_get_constraintdef(c.oid))
                        from pg_constraint c
                        join pg_class t on t.oid = c.conrelid
                        where t.relnamespace = (:pattern::text)::regnamespace and c.contype in ('p', 'u', 'x')
                          and not exists (
                              select from pg_class i
                              where i.relnamespace = (:generation::text)::regnamespace and i.relname = c.conname)
                        order by t.relname, c.conname
                        """)
                .param("generation", generation)
                .param("pattern", pattern)
                .query(GenerationTables::text)
                .list();
    }

    private List<String> missingIndexes(String generation, String pattern) {
        return jdbc.sql("""
                        select replace(i.indexdef, ' ON ' || :pattern || '.', ' ON ' || :generation || '.')
                        from pg_indexes i
                        where i.schemaname = :pattern
                          and not exists (
                              select from pg_indexes own
                              where own.schemaname = :generation and own.indexname = i.indexname)
                        order by i.tablename, i.indexname
                        """)
                .param("generation", generation)
                .param("pattern", pattern)
                .query(GenerationTables::text)
                .list();
    }

    private List<String> texts(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(GenerationTables::text).list();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        return Objects.requireNonNull(row.getString(1));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
