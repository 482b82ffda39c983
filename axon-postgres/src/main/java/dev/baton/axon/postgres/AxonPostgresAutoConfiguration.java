package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The log and what reads and writes it. Comes before Axon's own configuration, which on this
/// version of Spring Boot would not see the data source and would quietly keep tokens, sagas and
/// transactions in memory.
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            FlywayAutoConfiguration.class
        },
        afterName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            AxonDbSchedulerAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
@EnableConfigurationProperties(AxonPostgresSettings.class)
@Import({AxonStoresConfiguration.class, SelfCheckConfiguration.class})
public class AxonPostgresAutoConfiguration {

    @Bean
    LogReader logReader(JdbcTemplate jdbc) {
        return new LogReader(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LogSignal logSignal(LogReader reader, AxonPostgresSettings settings) {
        return new LogSignal(reader::lastPosition, settings.logPollInterval());
    }

    @Bean
    LogLane logLane(DataSource dataSource) {
        return LogLane.beside(dataSource);
    }

    @Bean
    GroupCommit groupCommit(LogLane lane, LogSignal signal, AxonPostgresSettings settings) {
        return new GroupCommit(
                new BatchWriter(lane.connections(), signal),
                settings.groupCommit().mostAtOnce(),
                settings.groupCommit().mostWaiting());
    }

    @Bean
    PendingAppends pendingAppends(JdbcTemplate jdbc, GroupCommit group, LogSignal signal) {
        return new PendingAppends(jdbc, group, signal);
    }

    @Bean
    AxonMessages axonMessages(EventCodec codec, AxonPostgresSettings settings) {
        return new AxonMessages(codec, settings.source());
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(LogReader reader, AxonMessages messages, PendingAppends appends) {
        return new PostgresEventStorageEngine(reader, messages, appends);
    }

    @Bean("eventBus")
    PostgresEventStore eventStore(
            PostgresEventStorageEngine engine, LogReader reader, AxonMessages messages, LogSignal signal) {
        return new PostgresEventStore(engine, reader, messages, signal);
    }

    @Bean
    EventLog eventLog(LogReader reader, LogSignal signal) {
        return new EventLog(reader, signal);
    }

    @Bean
    EventIntake eventIntake(LogReader reader, PendingAppends appends, EventCodec codec) {
        return new EventIntake(reader, appends, codec);
    }

    @Bean
    ReadSet readSet(PendingAppends appends) {
        return new ReadSet(appends);
    }

    @Bean
    IdempotentAnswers idempotentAnswers(JdbcClient jdbc) {
        return new IdempotentAnswers(jdbc);
    }

    @Bean
    ChainVerification chainVerification(JdbcTemplate jdbc, LogReader reader) {
        return new ChainVerification(jdbc, reader);
    }

    @Bean
    CommandTargetResolver streamTargetResolver() {
        return new StreamTargetResolver();
    }

    @Bean
    @ConditionalOnMissingBean
    CorrelationDataProvider causalCorrelation() {
        return new CausalCorrelation();
    }

    @Bean
    @Order(1)
    MessageHandlerInterceptor<CommandMessage<?>> decideAgain(LogReader reader) {
        return new DecideAgain(reader);
    }

    @Bean
    @Order(2)
    MessageHandlerInterceptor<CommandMessage<?>> commitCompanionInterceptor(PendingAppends appends) {
        return new CommitCompanionInterceptor(appends);
    }
}
