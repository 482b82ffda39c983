package dev.baton.axon.kafka;

import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Events that wait behind a hole of their subject.
final class ParkedRows {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final CloudEventReader events = new CloudEventReader();
    private final String reader;

    ParkedRows(JdbcTemplate template, String reader) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.reader = reader;
    }

    void park(List<Arrival> early) {
        template.batchUpdate(
                "insert into reader_parked (reader, source, subject, sequence, " + RecordColumns.NAMES
                        + ") values (?, ?, ?, ?, " + RecordColumns.MARKS + ") on conflict do nothing",
                early,
                500,
                (statement, arrival) -> {
                    statement.setString(1, reader);
                    statement.setString(2, arrival.event().source());
                    statement.setString(3, arrival.event().subject());
                    statement.setLong(4, arrival.sequence());
                    RecordColumns.bind(statement, 5, arrival.record());
                });
    }

    /// What waits for these subjects, in order, as far as `limit` goes.
    List<Arrival> of(Collection<Subject> subjects, int limit) {
        return jdbc.sql("select p.* from unnest(?::text[], ?::text[]) as k(source, subject) join reader_parked p"
                        + " on p.reader = ? and p.source = k.source and p.subject = k.subject"
                        + " order by p.source, p.subject, p.sequence limit ?")
                .params(Keys.sources(subjects), Keys.subjects(subjects), reader, limit)
                .query(this::arrival)
                .list();
    }

    /// The first waiting event of each subject whose hole has been filled.
    List<Arrival> free(Collection<TopicPartition> partitions, int limit) {
        return jdbc.sql("""
                        select p.* from unnest(?::text[], ?::int[]) as k(topic, partition)
                        join reader_parked p
                          on p.reader = ? and p.topic = k.topic and p.partition = k.partition
                        left join reader_subject g
                          on g.reader = p.reader and g.source = p.source and g.subject = p.subject
                        where p.sequence = coalesce(g.last_sequence, -1) + 1
                        limit ?""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), reader, limit)
                .query(this::arrival)
                .list();
    }

    void forgetUpTo(Map<Subject, Long> lasts) {
        if (lasts.isEmpty()) {
            return;
        }
        var subjects = lasts.keySet();
        jdbc.sql("""
                        delete from reader_parked p
                        using unnest(?::text[], ?::text[], ?::bigint[]) as k(source, subject, last)
                        where p.reader = ? and p.source = k.source and p.subject = k.subject
                          and p.sequence <= k.last""")
                .params(
                        Keys.sources(subjects),
                        Keys.subjects(subjects),
                        subjects.stream().map(lasts::get).toArray(Long[]::new),
                        reader)
                .update();
    }

    /// What another instance has applied from another partition while it was parked here.
    void forgetApplied(Collection<TopicPartition> partitions) {
        jdbc.sql("""
                        delete from reader_parked p
                        using unnest(?::text[], ?::int[]) as k(topic, partition), reader_subject g
                        where p.reader = ? and p.topic = k.topic and p.partition = k.partition
                          and g.reader = p.reader and g.source = p.source and g.subject = p.subject
                          and p.sequence <= g.last_sequence""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), reader)
                .update();
    }

    void forget(Arrival arrival) {
        jdbc.sql("delete from reader_parked where reader = ? and source = ? and subject = ? and sequence = ?")
                .params(reader, arrival.event().source(), arrival.event().subject(), arrival.sequence())
                .update();
    }

    private Arrival arrival(ResultSet row, int number) throws SQLException {
        var record = RecordColumns.read(row);
        return new Arrival(record, events.read(record));
    }
}
