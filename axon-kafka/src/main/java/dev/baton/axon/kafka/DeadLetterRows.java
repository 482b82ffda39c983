package dev.baton.axon.kafka;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One reader's dead letters, as the reader writes them.
final class DeadLetterRows {
    private static final int LONGEST_ERROR = 4000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final String reader;

    record Letter(long id, ConsumerRecord<byte[], byte[]> record) {}

    DeadLetterRows(JdbcTemplate template, String reader) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.reader = reader;
    }

    void bury(Unreadable unreadable) {
        insert(
                "insert into reader_dead_letter (reader, error, " + RecordColumns.NAMES + ") values (?, ?, "
                        + RecordColumns.MARKS + ")",
                statement -> {
                    statement.setString(1, reader);
                    statement.setString(2, shorten(unreadable.error()));
                    RecordColumns.bind(statement, 3, unreadable.record());
                });
    }

    void bury(Arrival poison, String error) {
        var event = poison.event();
        insert(
                "insert into reader_dead_letter (reader, error, source, subject, sequence, event_id, type, "
                        + RecordColumns.NAMES + ") values (?, ?, ?, ?, ?, ?, ?, " + RecordColumns.MARKS + ")",
                statement -> {
                    statement.setString(1, reader);
                    statement.setString(2, shorten(error));
                    statement.setString(3, event.source());
                    statement.setString(4, event.subject());
                    statement.setLong(5, event.sequence());
                    statement.setString(6, event.id().toString());
                    statement.setString(7, event.type());
                    RecordColumns.bind(statement, 8, poison.record());
                });
    }

    List<Letter> toRetry(Collection<TopicPartition> partitions) {
        return jdbc.sql("""
                        select d.* from unnest(?::text[], ?::int[]) as k(topic, partition)
                        join reader_dead_letter d
                          on d.reader = ? and d.topic = k.topic and d.partition = k.partition
                        where d.retry_requested order by d.id limit 100""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), reader)
                .query(DeadLetterRows::letter)
                .list();
    }

    void failedAgain(long id, String error) {
        jdbc.sql("""
                        update reader_dead_letter
                        set attempts = attempts + 1, error = ?, failed_at = now(), retry_requested = false
                        where id = ?""").params(shorten(error), id).update();
    }

    void forget(long id) {
        jdbc.sql("delete from reader_dead_letter where id = ?").param(id).update();
    }

    void forgetUpTo(Map<Subject, Long> lasts) {
        if (lasts.isEmpty()) {
            return;
        }
        var subjects = lasts.keySet();
        jdbc.sql("""
                        delete from reader_dead_letter d
                        using unnest(?::text[], ?::text[], ?::bigint[]) as k(source, subject, last)
                        where d.reader = ? and d.source = k.source and d.subject = k.subject
                          and d.sequence <= k.last""")
                .params(
                        Keys.sources(subjects),
                        Keys.subjects(subjects),
                        subjects.stream().map(lasts::get).toArray(Long[]::new),
                        reader)
                .update();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /// The same event sent twice is one letter.
    private void insert(String sql, Binding binding) {
        template.update(sql + " on conflict do nothing", binding::bind);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(row.getLong("id"), RecordColumns.read(row));
    }

    private static String shorten(String error) {
        String storable = error.replace('\0', ' ');
        return storable.length() <= LONGEST_ERROR ? storable : storable.substring(0, LONGEST_ERROR);
    }
}
