package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.kafka.publisher.PublisherSettings;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.AxonPostgresAutoConfiguration;
import dev.baton.axon.postgres.EventLog;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The publisher of a service that has an event log.
@AutoConfiguration(after = {KafkaAutoConfiguration.class, AxonPostgresAutoConfiguration.class})
@ConditionalOnClass(EventLog.class)
@ConditionalOnBean({EventLog.class, KafkaClients.class})
@ConditionalOnProperty("baton.source")
@EnableConfigurationProperties(PublisherSettings.class)
public class PublisherAutoConfiguration {

    @Bean
    KafkaPublisher kafkaPublisher(
            PublisherSettings settings,
            @Value("${baton.source}") String source,
            EventLog log,
            DataSource database,
            KafkaClients clients,
            BatonTopics topics,
            EndOffsets offsets) {
        return new KafkaPublisher(settings, source, log, database, clients, topics, offsets);
    }
}
