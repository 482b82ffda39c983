package dev.baton.projections.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/// Where the live rows stand, as one snapshot of the database has it.
///
/// @param generation the live one
/// @param next of each partition the first record that is not in the rows
record Fence(String generation, Map<TopicPartition, Long> next) {
    private static final int LOT = 8;

    Fence {
        next = Map.copyOf(next);
    }

    /// @param topicIds the topics that there are; an offset that speaks of another one says nothing
    static Fence of(JdbcTemplate jdbc, Map<String, String> topicIds) {
        String live = jdbc.queryForObject("select name from generation where live", String.class);
        var next = new HashMap<TopicPartition, Long>();
        jdbc.query(
                "select topic, partition, next_offset, topic_id from reader_offset where starts_with(reader, ?)",
                row -> {
                    String topic = row.getString("topic");
                    String meant = row.getString("topic_id");
                    if (topicIds.containsKey(topic) && (meant == null || meant.equals(topicIds.get(topic)))) {
                        next.put(new TopicPartition(topic, row.getInt("partition")), row.getLong("next_offset"));
                    }
                },
                live + "-");
        return new Fence(String.valueOf(live), next);
    }

    /// How many of these records have been read.
    long reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(end.getValue(), next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /// No further than the topics go: what Kafka has lost since cannot be folded.
    Fence within(Map<TopicPartition, Long> ends) {
        var there = new HashMap<TopicPartition, Long>();
        next.forEach((partition, offset) -> there.put(partition, Math.min(offset, ends.getOrDefault(partition, 0L))));
        return new Fence(generation, there);
    }

    /// Lots that fit into memory: a key's events are all in one partition.
    List<Map<TopicPartition, Long>> lots(String topic) {
        var lots = new ArrayList<Map<TopicPartition, Long>>();
        Map<TopicPartition, Long> lot = new HashMap<>();
        for (var end : next.entrySet()) {
            if (end.getKey().topic().equals(topic) && end.getValue() > 0) {
                lot.put(end.getKey(), end.getValue());
            }
            if (lot.size() == LOT) {
                lots.add(lot);
                lot = new HashMap<>();
            }
        }
        lots.add(lot);
        return lots;
    }

    long records() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }
}
