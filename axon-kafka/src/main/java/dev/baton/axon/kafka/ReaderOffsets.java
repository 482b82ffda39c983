package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a reader goes on, per partition.
final class ReaderOffsets {
    private final JdbcClient jdbc;
    private final String reader;

    ReaderOffsets(JdbcClient jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /// The stored offsets; a partition never read before begins at 0.
    Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
        jdbc.sql("""
                        insert into reader_offset (reader, topic, partition, next_offset)
                        select ?, k.topic, k.partition, 0
                        from unnest(?::text[], ?::int[]) as k(topic, partition)
                        on conflict do nothing""")
                .params(reader, Keys.topics(partitions), Keys.partitions(partitions))
                .update();
        return select(partitions, "");
    }

    /// Holds the partitions' rows until the transaction ends: two readers that both believe a partition to be
    /// theirs take turns, and the later one finds that it is behind.
    ///
    /// @throws Overtaken when a stored offset is another than the expected one
    void fence(Map<TopicPartition, Long> expected) {
        var stored = select(expected.keySet(), "order by o.topic, o.partition for update of o");
        if (!stored.equals(expected)) {
            throw new Overtaken(reader);
        }
    }

    void move(Map<TopicPartition, Long> next) {
        if (next.isEmpty()) {
            return;
        }
        var partitions = List.copyOf(next.keySet());
        jdbc.sql("""
                        update reader_offset o set next_offset = k.next
                        from unnest(?::text[], ?::int[], ?::bigint[]) as k(topic, partition, next)
                        where o.reader = ? and o.topic = k.topic and o.partition = k.partition""")
                .params(
                        Keys.topics(partitions),
                        Keys.partitions(partitions),
                        partitions.stream().map(next::get).toArray(Long[]::new),
                        reader)
                .update();
    }

    Map<TopicPartition, Long> all() {
        return collect(jdbc.sql("select topic, partition, next_offset from reader_offset where reader = ?")
                .params(reader));
    }

    private Map<TopicPartition, Long> select(Collection<TopicPartition> partitions, String suffix) {
        return collect(jdbc.sql("""
                        select o.topic, o.partition, o.next_offset
                        from unnest(?::text[], ?::int[]) as k(topic, partition)
                        join reader_offset o on o.reader = ? and o.topic = k.topic and o.partition = k.partition
                        """ + suffix).params(Keys.topics(partitions), Keys.partitions(partitions), reader));
    }

    private static Map<TopicPartition, Long> collect(JdbcClient.StatementSpec query) {
        var offsets = new HashMap<TopicPartition, Long>();
        query.query(row -> {
            offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return offsets;
    }
}
