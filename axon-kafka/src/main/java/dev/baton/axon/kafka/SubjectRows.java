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

    void move(Map<Subject, Long> lasts) {
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
