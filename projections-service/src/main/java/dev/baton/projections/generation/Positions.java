package dev.baton.projections.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a generation stands: the offset up to which its rows are, per partition.
public record Positions(Map<TopicPartition, Long> next) {

    public Positions {
        next = Map.copyOf(next);
    }

    public static Positions of(JdbcClient jdbc, String generation) {
        return read(jdbc, generation, "");
    }

    /// Keeps the generation's readers, whichever instance they run in, where they are until the
    /// transaction ends. They wait; nothing is lost.
    ///
    /// @throws org.springframework.dao.DataAccessException after the transaction's `lock_timeout`
    public static Positions hold(JdbcClient jdbc, String generation) {
        return read(jdbc, generation, " order by reader, topic, partition for update");
    }

    /// How many records have been read.
    public long sum() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }

    public long at(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    public boolean reaches(Positions other) {
        return other.next.entrySet().stream().allMatch(end -> at(end.getKey()) >= end.getValue());
    }

    /// Whether both stand at the same record of every partition.
    public boolean meets(Positions other) {
        return reaches(other) && other.reaches(this);
    }

    /// The part of one topic that has records.
    public Map<TopicPartition, Long> of(String topic) {
        return next.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic) && end.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Positions read(JdbcClient jdbc, String generation, String suffix) {
        Map<TopicPartition, Long> next = new HashMap<>();
        jdbc.sql("select topic, partition, next_offset from reader_offset where starts_with(reader, ?)" + suffix)
                .param(generation + "-")
                .query(row -> {
                    next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return new Positions(next);
    }
}
