package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.topics.KafkaClients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/// What the readers are at, as health details.
///
/// Always up: while Kafka is away commands are still accepted and kept, and a restart would not bring it back.
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(KafkaClients.class)
public class ReaderHealthAutoConfiguration {

    @Bean
    HealthIndicator kafkaReadersHealthIndicator(ObjectProvider<TopicReader> readers) {
        return () -> {
            var health = Health.up();
            readers.orderedStream()
                    .forEach(reader ->
                            health.withDetail(reader.name(), reader.problem().orElse("ok")));
            return health.build();
        };
    }
}
