package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.postgres.EventLog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/// What the publisher is at, as health details; always up, for the reason that the readers are.
@AutoConfiguration(after = PublisherAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, EventLog.class})
@ConditionalOnBean(KafkaPublisher.class)
public class PublisherHealthAutoConfiguration {

    @Bean
    HealthIndicator kafkaPublisherHealthIndicator(KafkaPublisher publisher) {
        return () -> {
            var status = publisher.status();
            return Health.up()
                    .withDetail("duty", status.duty())
                    .withDetail("position", status.position())
                    .withDetail("problem", status.problem() == null ? "none" : status.problem())
                    .build();
        };
    }
}
