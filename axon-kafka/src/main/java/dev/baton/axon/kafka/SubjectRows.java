package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The guard rows: the last applied sequence of each (source, subject).
final class SubjectRows {
    private final JdbcClient jdbc;
    private final String reader;

    SubjectRows(JdbcClient jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    Known known(Collection<Subject> subjects) {
        var lasts = new HashMap<Subject, Long>();
        var waiting = new HashSet<Subject>();
        jdbc.sql("""
                        select k.source, k.subject, g.last_sequence,
                               exists (select from reader_parked p
                                       where p.reader = ? and p.source = k.source and p.subject = k.subject)
                            or exists (select from reader_dead_letter d
                                       where d.reader = ? and d.source = k.source and d.subject = k.subject)
                        from unnest(?::text[], ?::text[]) as k(source, subject)
                        left join reader_subject g
                          on g.reader = ? and g.source = k.source and g.subject = k.subject""")
                .params(reader, reader, Keys.sources(subjects), Keys.subjects(subjects), reader)
                .query(row -> {
                    var subject = new Subject(row.getString(1), row.getString(2));
                    long last = row.getLong(3);
                    if (!row.wasNull()) {
                        lasts.put(subject, last);
                    }
                    if (row.getBoolean(4)) {
                        waiting.add(subject);
                    }
                });
        return new Known(lasts, List.of(), waiting);
    }

    /// From where they were known to be. A subject's events belong in one partition, and so to one instance; where a
    /// producer has put them into several, two instances may both believe them to be due.
    ///
    /// @throws Overtaken when another instance has moved one of them meanwhile
    void move(Map<Subject, Long> lasts, Known known) {
        if (lasts.isEmpty()) {
            return;
        }
        Set<Subject> subjects = lasts.keySet();
        int moved = jdbc.sql("""
                        with k as (
                            select source, subject, last, before
                            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) as k(source, subject, last, before)
                        ), moved as (
                            update reader_subject g set last_sequence = k.last from k
                            where g.reader = ? and g.source = k.source and g.subject = k.subject
                              and g.last_sequence = k.before
                            returning 1
                        ), begun as (
                            insert into reader_subject (reader, source, subject, last_sequence)
                            select ?, source, subject, last from k where before = ?
                            on conflict do nothing
                            returning 1
                        )
                        select (select count(*) from moved) + (select count(*) from begun)""")
                .params(
                        Keys.sources(subjects),
                        Keys.subjects(subjects),
                        subjects.stream().map(lasts::get).toArray(Long[]::new),
                        subjects.stream().map(known::last).toArray(Long[]::new),
                        reader,
                        reader,
                        Known.NONE)
                .query(Integer.class)
                .single();
        if (moved < subjects.size()) {
            throw new Overtaken("another instance of reader '" + reader + "' has moved the same subjects");
        }
    }

    /// Of partitions that nobody else reads.
    void begin(Map<Subject, Long> lasts) {
        if (lasts.isEmpty()) {
            return;
        }
        Set<Subject> subjects = lasts.keySet();
        jdbc.sql("""
                        insert into reader_subject (reader, source, subject, last_sequence)
                        select ?, k.source, k.subject, k.last
                        from unnest(?::text[], ?::text[], ?::bigint[]) as k(source, subject, last)
                        on conflict (reader, source, subject) do update set last_sequence = excluded.last_sequence""")
                .params(
                        reader,
                        Keys.sources(subjects),
                        Keys.subjects(subjects),
                        subjects.stream().map(lasts::get).toArray(Long[]::new))
                .update();
    }
}
