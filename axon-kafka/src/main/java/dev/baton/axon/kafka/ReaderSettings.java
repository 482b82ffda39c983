package dev.baton.axon.kafka;

import java.time.Duration;
import java.util.Set;

/// @param name names the reader's offsets and guard rows, and its consumer group
/// @param ignoredSources events of these are passed over, for instance a service's own
/// @param batchSize events per transaction, at most
/// @param attempts how often an event is tried alone before it becomes a dead letter
/// @param firstPause the first wait after a failure of the database or of Kafka; it doubles
/// @param longestPause where the doubling ends
public record ReaderSettings(
        String name,
        Set<String> topics,
        Delivery delivery,
        Set<String> ignoredSources,
        int batchSize,
        int attempts,
        Duration firstPause,
        Duration longestPause) {

    public ReaderSettings {
        topics = Set.copyOf(topics);
        ignoredSources = Set.copyOf(ignoredSources);
        if (name.isBlank() || topics.isEmpty() || batchSize < 1 || attempts < 1) {
            throw new IllegalArgumentException("a reader needs a name, a topic, a batch size and an attempt");
        }
    }

    public static ReaderSettings of(String name, Delivery delivery, String... topics) {
        return new ReaderSettings(
                name, Set.of(topics), delivery, Set.of(), 1000, 3, Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    public ReaderSettings ignoring(String... sources) {
        return new ReaderSettings(
                name, topics, delivery, Set.of(sources), batchSize, attempts, firstPause, longestPause);
    }

    public ReaderSettings batchesOf(int events) {
        return new ReaderSettings(name, topics, delivery, ignoredSources, events, attempts, firstPause, longestPause);
    }
}
