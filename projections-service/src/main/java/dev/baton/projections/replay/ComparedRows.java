package dev.baton.projections.replay;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.UnaryOperator;

/// Rows that both generations must have alike.
///
/// @param source what to select from, given a generation's name
/// @param key the columns that identify a row
/// @param subject the column that says whom a row is about
record ComparedRows(String name, UnaryOperator<String> source, List<String> key, String subject) {

    /// The guard: how far each (source, subject) has been applied.
    static ComparedRows applied() {
        return new ComparedRows(
                "(applied)",
                generation -> """
                        (select substr(reader, length('%1$s') + 2) as reader, source, subject, last_sequence
                         from reader_subject where starts_with(reader, '%1$s-'))""".formatted(generation),
                List.of("reader", "source", "subject"),
                "subject");
    }

    /// Events that are set aside: dead letters, and what waits behind a hole or a letter. A
    /// generation without an event that the other one has in its rows shows that here too, by name.
    /// A record that is no event concerns no row, and may have been thrown away.
    static ComparedRows setAside() {
        return new ComparedRows(
                "(set aside)",
                generation -> """
                        (select substr(reader, length('%1$s') + 2) as reader, source, subject, sequence, 'waits' as why
                         from reader_parked where starts_with(reader, '%1$s-')
                         union all
                         select substr(reader, length('%1$s') + 2), source, subject, sequence, 'failed'
                         from reader_dead_letter where starts_with(reader, '%1$s-') and subject is not null)""".formatted(generation),
                List.of("reader", "source", "subject", "sequence", "why"),
                "subject");
    }

    /// The whole row as text, in an order that no locale changes.
    String texts(String generation) {
        return "select t::text from " + source.apply(generation) + " t order by "
                + key.stream()
                        .map(column -> "t." + column + "::text collate \"C\"")
                        .collect(joining(", "));
    }

    /// Rows that are not the same, with how many there are in all.
    String differing(String live, String rebuilt, int limit) {
        return """
                select coalesce(a.%1$s, b.%1$s)::text as subject, concat_ws('/', %2$s) as key,
                       case when b.%3$s is null then 'MISSING' when a.%3$s is null then 'ADDED' else 'CHANGED' end as how,
                       array(select x.key from jsonb_each_text(to_jsonb(a)) x join jsonb_each_text(to_jsonb(b)) y
                             using (key) where x.value is distinct from y.value order by x.key) as columns,
                       count(*) over () as differing
                from %4$s a full join %5$s b using (%2$s)
                where a::text is distinct from b::text
                order by 1, 2 limit %6$d
                """.formatted(
                subject, String.join(", ", key), key.getFirst(), source.apply(live), source.apply(rebuilt), limit);
    }
}
