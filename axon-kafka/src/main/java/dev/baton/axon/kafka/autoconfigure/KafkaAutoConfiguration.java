package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.DeadLetters;
import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.axon.kafka.topics.TopicCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Topics and readers of a service that names its brokers in `baton.kafka.bootstrap`.
@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
@ConditionalOnProperty("baton.kafka.bootstrap")
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaAutoConfiguration {

    @Bean
    KafkaClients kafkaClients(KafkaSettings settings) {
        return new KafkaClients(settings);
    }

    @Bean
    BatonTopics batonTopics(KafkaClients clients, KafkaSettings settings) {
        return new BatonTopics(clients, settings);
    }

    @Bean
    TopicCheck topicCheck(BatonTopics topics) {
        return new TopicCheck(topics);
    }

    @Bean
    EndOffsets endOffsets(KafkaClients clients) {
        return new EndOffsets(clients);
    }

    @Bean
    DeadLetters deadLetters(JdbcTemplate template) {
        return new DeadLetters(JdbcClient.create(template));
    }

    @Bean
    TopicReaders topicReaders(
            KafkaClients clients,
            BatonTopics topics,
            EndOffsets ends,
            JdbcTemplate template,
            PlatformTransactionManager transactions) {
        return new TopicReaders(clients, topics, ends, template, new TransactionTemplate(transactions));
    }
}
