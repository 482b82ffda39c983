package dev.baton.projections.verify;

import dev.baton.axon.kafka.verify.Fault;
import dev.baton.axon.kafka.verify.Finding;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.Where;
import dev.baton.projections.generation.GenerationTables;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// A temporary table beside each table of the live generation, for as long as the transaction.
final class ScratchTables {
    private final JdbcTemplate jdbc;
    private final GenerationTables tables;
    private final String generation;
    private final List<String> names;

    ScratchTables(JdbcTemplate jdbc, GenerationTables tables, String generation) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.generation = generation;
        this.names = tables.of(generation);
    }

    List<String> names() {
        return names;
    }

    void lay() {
        names.forEach(name -> jdbc.execute("create temporary table " + name + " (like " + generation + "." + name
                + " including defaults) on commit drop"));
    }

    /// Row by row, every column; rows of subjects that are held back are left out.
    void compare(String table, Findings findings) {
        jdbc.execute("analyze pg_temp." + table);
        findings.looked("rows", rows(table));
        String query = differences(table);
        var first = jdbc.query(query + " limit " + (Findings.SHOWN + 1), (row, number) -> {
            var fault = Fault.valueOf(row.getString("fault"));
            return new Finding(
                    Where.ROWS,
                    fault,
                    row.getString("subject"),
                    null,
                    generation + "." + table + " " + row.getString("key"),
                    detail(fault, row.getString("columns")));
        });
        first.stream().limit(Findings.SHOWN).forEach(findings::add);
        if (first.size() > Findings.SHOWN) {
            jdbc.query(
                    "select fault, count(*) from (" + query + " offset " + Findings.SHOWN + ") as more group by fault",
                    row -> {
                        findings.more(Where.ROWS, Fault.valueOf(row.getString(1)), row.getLong(2));
                    });
        }
    }

    private static String detail(Fault fault, String columns) {
        return switch (fault) {
            case MISSING -> "the topics fold to this row, the table does not have it";
            case EXTRA -> "the topics do not account for this row";
            default -> "the topics fold to another value of " + columns;
        };
    }

    private long rows(String table) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from " + generation + "." + table, Long.class));
    }

    private String differences(String table) {
        var key = tables.key(generation, table);
        String subject = subject(table);
        return """
                select coalesce(e.%1$s, l.%1$s) as subject, concat_ws('/', %2$s) as key,
                       case when l.%3$s is null then 'MISSING' when e.%3$s is null then 'EXTRA' else 'ALTERED' end as fault,
                       (select string_agg(x.key, ', ' order by x.key)
                        from jsonb_each_text(to_jsonb(e)) x join jsonb_each_text(to_jsonb(l)) y using (key)
                        where x.value is distinct from y.value) as columns
                from pg_temp.%4$s e full join %5$s.%4$s l using (%6$s)
                where e::text is distinct from l::text
                  and not exists (select from held_back h where h.subject = coalesce(e.%1$s, l.%1$s))
                order by 2""".formatted(
                        subject, String.join(", ", key), key.getFirst(), table, generation, String.join(", ", key));
    }

    /// A person's stream, else the deal.
    private String subject(String table) {
        return tables.columns(generation, table).contains("stream_id") ? "stream_id" : "deal_id";
    }
}
