package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.feed.FeedController;
import dev.baton.axon.kafka.feed.FeedLine;
import dev.baton.axon.kafka.feed.FeedSettings;
import dev.baton.axon.postgres.AxonPostgresAutoConfiguration;
import dev.baton.axon.postgres.EventLog;
import dev.baton.web.edge.problem.Problem;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// The feed of a service that has an event log and speaks HTTP.
@AutoConfiguration(after = AxonPostgresAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass({EventLog.class, Problem.class})
@ConditionalOnBean(EventLog.class)
@EnableConfigurationProperties(FeedSettings.class)
public class FeedAutoConfiguration {

    @Bean
    FeedController feedController(EventLog log, JsonMapper json, FeedSettings settings) {
        return new FeedController(log, new FeedLine(json), settings);
    }
}
