package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.kafka.publisher.PublisherSettings;
import dev.baton.axon.kafka.publisher.Republication;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.verify.Intake;
import dev.baton.axon.kafka.verify.LogVerification;
import dev.baton.axon.kafka.verify.Remembered;
import dev.baton.axon.postgres.ChainVerification;
import dev.baton.axon.postgres.EventLog;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/// What ops may start in a service that publishes its log: to verify it, and to fill the topics again from it.
@AutoConfiguration(after = PublisherAutoConfiguration.class)
@ConditionalOnClass(EventLog.class)
@ConditionalOnBean(KafkaPublisher.class)
public class VerificationAutoConfiguration {

    @Bean
    LogVerification logVerification(
            @Value("${baton.source}") String source,
            PublisherSettings publisher,
            ChainVerification chain,
            EventLog events,
            DataSource database,
            KafkaClients clients,
            EndOffsets offsets,
            ObjectProvider<Intake> intake,
            ObjectProvider<Remembered> remembered) {
        return new LogVerification(
                source,
                publisher.name(),
                chain,
                events,
                database,
                clients,
                offsets,
                Optional.ofNullable(intake.getIfAvailable()),
                remembered.orderedStream().toList());
    }

    @Bean
    Republication republication(
            @Value("${baton.source}") String source,
            PublisherSettings publisher,
            EventLog events,
            DataSource database,
            KafkaClients clients,
            BatonTopics topics,
            EndOffsets offsets,
            ObjectProvider<Intake> intake) {
        return Republication.of(
                publisher, source, events, database, clients, topics, offsets, intake.getIfAvailable() != null);
    }
}
