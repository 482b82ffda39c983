package dev.baton.axon.kafka.publisher;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param name names the token and the right to publish; one per service database
/// @param batchSize events read and acknowledged at once
/// @param takeOverEvery how often an instance that stands by asks for the right
/// @param firstPause the first wait after a failure of Kafka or the database; it doubles
/// @param longestPause where the doubling ends
@ConfigurationProperties("baton.kafka.publisher")
public record PublisherSettings(
        @DefaultValue("kafka") String name,
        @DefaultValue("2000") int batchSize,
        @DefaultValue("1s") Duration takeOverEvery,
        @DefaultValue("100ms") Duration firstPause,
        @DefaultValue("5s") Duration longestPause) {

    public PublisherSettings {
        if (name.isBlank() || batchSize < 1) {
            throw new IllegalArgumentException("a publisher needs a name and a batch size");
        }
    }

    public static PublisherSettings usual() {
        return new PublisherSettings(
                "kafka", 2000, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(5));
    }
}
