package dev.baton.axon.kafka.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.axon.postgres.StoredEvent;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Which events of a log the topics lack, found in the database's temporary space.
final class Lack implements AutoCloseable {
    private final JdbcTemplate jdbc;
    private final String source;

    /// Neighbours in the log, none of them on the topics.
    record Run(long first, int events) {}

    Lack(Connection connection, String source) {
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.source = source;
        close();
        jdbc.execute("create temporary table there (event_id text)");
        jdbc.execute("create temporary table ought (event_id text, position bigint)");
    }

    void have(Collection<ConsumerRecord<byte[], byte[]>> records) {
        var ids = records.stream()
                .filter(record -> source.equals(header(record, "ce_source")))
                .map(record -> header(record, "ce_id"))
                .toArray(String[]::new);
        jdbc.update(
                "insert into there select * from unnest(?::text[])",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)));
    }

    void ought(List<StoredEvent> events) {
        var own = events.stream()
                .filter(event -> event.envelope().source().equals(source))
                .toList();
        var ids = own.stream().map(event -> event.envelope().id().toString()).toArray();
        var positions = own.stream().map(StoredEvent::position).toArray();
        jdbc.update("insert into ought select * from unnest(?::text[], ?::bigint[])", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
            statement.setArray(2, statement.getConnection().createArrayOf("bigint", positions));
        });
    }

    /// After this nothing may be added.
    long count() {
        jdbc.execute("create index on there (event_id)");
        jdbc.execute("delete from ought o using there t where t.event_id = o.event_id");
        jdbc.execute("create index on ought (position)");
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from ought", Long.class));
    }

    /// The next events in a row, at most `limit`; none when nothing is lacking after the position.
    Run after(long position, int limit) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select coalesce(min(position), 0), count(*)
                from (select position, position - row_number() over (order by position) as island
                      from (select position from ought where position > ? order by position limit ?) as next) as runs
                where island = (select min(position) - 1 from ought where position > ?)
                """, (row, number) -> new Run(row.getLong(1), row.getInt(2)), position, limit, position));
    }

    @Override
    public void close() {
        jdbc.execute("drop table if exists pg_temp.there, pg_temp.ought");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8).replace('\0', ' ');
    }
}
