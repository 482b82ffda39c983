package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a reader goes on, per partition of the topics that there are now.
final class ReaderOffsets {
    private static final Logger log = LoggerFactory.getLogger(ReaderOffsets.class);

    private final JdbcClient jdbc;
    private final String reader;
    /// by topic, as of the last claim: whoever claimed another topic of the same name writes nothing
    private volatile Map<String, String> claimed = Map.of();

    ReaderOffsets(JdbcClient jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /// The stored offsets; a partition never read before begins at 0, and so does one of a topic that was made anew:
    /// what was applied before is skipped by its sequence.
    ///
    /// @param ids of the topics that there are; a partition of another is left out
    Map<TopicPartition, Long> claim(Collection<TopicPartition> wanted, Map<String, String> ids) {
        var partitions = wanted.stream()
                .filter(partition -> ids.containsKey(partition.topic()))
                .toList();
        begin(partitions, ids);
        if (!renewed(partitions, ids).isEmpty()) {
            forgetPlacesOfLetters(partitions, ids);
            beginAgain(partitions, ids);
        }
        claimed = Map.copyOf(ids);
        return select(partitions);
    }

    /// Of these partitions, those whose stored offset speaks of another topic.
    List<TopicPartition> renewed(Collection<TopicPartition> partitions, Map<String, String> ids) {
        return jdbc.sql("""
                        select o.topic, o.partition
                        from unnest(?::text[], ?::int[], ?::text[]) as k(topic, partition, topic_id)
                        join reader_offset o on o.reader = ? and o.topic = k.topic and o.partition = k.partition
                        where k.topic_id is not null and o.topic_id is distinct from k.topic_id""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), ids(partitions, ids), reader)
                .query((row, number) -> new TopicPartition(row.getString(1), row.getInt(2)))
                .list();
    }

    private void begin(Collection<TopicPartition> partitions, Map<String, String> ids) {
        jdbc.sql("""
                        insert into reader_offset (reader, topic, partition, topic_id, next_offset)
                        select ?, k.topic, k.partition, k.topic_id, 0
                        from unnest(?::text[], ?::int[], ?::text[]) as k(topic, partition, topic_id)
                        on conflict do nothing""")
                .params(reader, Keys.topics(partitions), Keys.partitions(partitions), ids(partitions, ids))
                .update();
    }

    /// Their records went with the topic: the place must not be taken for one of the new topic's.
    private void forgetPlacesOfLetters(Collection<TopicPartition> partitions, Map<String, String> ids) {
        jdbc.sql("""
                        update reader_dead_letter d set record_offset = -d.id
                        from unnest(?::text[], ?::int[], ?::text[]) as k(topic, partition, topic_id)
                        join reader_offset o on o.reader = ? and o.topic = k.topic and o.partition = k.partition
                        where d.reader = o.reader and d.topic = o.topic and d.partition = o.partition
                          and d.record_offset >= 0 and o.topic_id <> k.topic_id""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), ids(partitions, ids), reader)
                .update();
    }

    /// An offset that never said of which topic it speaks was stored before offsets did.
    private void beginAgain(Collection<TopicPartition> partitions, Map<String, String> ids) {
        int changed = jdbc.sql("""
                        update reader_offset o
                        set next_offset = case when o.topic_id is null then o.next_offset else 0 end,
                            topic_id = k.topic_id
                        from unnest(?::text[], ?::int[], ?::text[]) as k(topic, partition, topic_id)
                        where o.reader = ? and o.topic = k.topic and o.partition = k.partition
                          and o.topic_id is distinct from k.topic_id""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), ids(partitions, ids), reader)
                .update();
        log.warn("Reader {}: {} partitions are of topics that are new to it", reader, changed);
    }

    /// After Kafka itself has lost the end of a partition: it is read again from the beginning.
    void rewind(TopicPartition partition) {
        jdbc.sql("update reader_offset set next_offset = 0 where reader = ? and topic = ? and partition = ?")
                .params(reader, partition.topic(), partition.partition())
                .update();
    }

    /// Holds the partitions' rows until the transaction ends: two readers that both believe a partition to be
    /// theirs take turns, and the later one finds that it is behind.
    ///
    /// @throws Overtaken when a stored offset is another than the expected one, or speaks of another topic
    void fence(Map<TopicPartition, Long> expected) {
        var partitions = List.copyOf(expected.keySet());
        var stored = collect(jdbc.sql("""
                        select o.topic, o.partition, o.next_offset
                        from unnest(?::text[], ?::int[], ?::text[]) as k(topic, partition, topic_id)
                        join reader_offset o on o.reader = ? and o.topic = k.topic and o.partition = k.partition
                         and o.topic_id = k.topic_id
                        order by o.topic, o.partition for update of o""")
                .params(Keys.topics(partitions), Keys.partitions(partitions), ids(partitions, claimed), reader));
        if (!stored.equals(expected)) {
            throw new Overtaken(
                    "another instance of reader '" + reader + "' has moved the offset, or the topic is new");
        }
    }

    /// A process that stops in the middle of this transaction does not hold its partitions' rows for ever: after ten
    /// seconds the server takes them from it. Where connections are bounded anyway, that holds.
    void bound() {
        jdbc.sql("""
                        select set_config('idle_in_transaction_session_timeout', '10s', true)
                        where current_setting('idle_in_transaction_session_timeout') = '0'""").query(row -> {});
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

    private Map<TopicPartition, Long> select(Collection<TopicPartition> partitions) {
        return collect(jdbc.sql("""
                        select o.topic, o.partition, o.next_offset
                        from unnest(?::text[], ?::int[]) as k(topic, partition)
                        join reader_offset o on o.reader = ? and o.topic = k.topic and o.partition = k.partition
                        """).params(Keys.topics(partitions), Keys.partitions(partitions), reader));
    }

    private static @Nullable String[] ids(Collection<TopicPartition> partitions, Map<String, String> ids) {
        return partitions.stream().map(partition -> ids.get(partition.topic())).toArray(String[]::new);
    }

    private static Map<TopicPartition, Long> collect(JdbcClient.StatementSpec query) {
        var offsets = new HashMap<TopicPartition, Long>();
        query.query(row -> {
            offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return offsets;
    }
}
