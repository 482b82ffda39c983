package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/// Keys as parallel arrays, for `unnest`: one statement per batch, however many keys it has.
final class Keys {
    private Keys() {}

    static String[] sources(Collection<Subject> subjects) {
        return strings(subjects, Subject::source);
    }

    static String[] subjects(Collection<Subject> subjects) {
        return strings(subjects, Subject::subject);
    }

    static String[] topics(Collection<TopicPartition> partitions) {
        return strings(partitions, TopicPartition::topic);
    }

    static Integer[] partitions(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }

    private static <T> String[] strings(Collection<T> keys, Function<T, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }
}
