package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.postgres.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/// `baton.publisher.lag`: how far Kafka is behind the log. One that grows is an event that Kafka
/// does not take, or a Kafka that is away; which, the log and the health of the service say.
@AutoConfiguration(after = PublisherAutoConfiguration.class)
@ConditionalOnClass({MeterBinder.class, EventLog.class})
@ConditionalOnBean(KafkaPublisher.class)
public class PublisherMetricsAutoConfiguration {

    @Bean
    MeterBinder publisherLag(KafkaPublisher publisher) {
        return registry -> Gauge.builder("baton.publisher.lag", publisher, KafkaPublisher::lag)
                .description("Positions of the log that Kafka has not acknowledged to this instance; 0 standing by")
                .register(registry);
    }
}
