package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/// What Axon keeps beside the log, in the same database and so in the same commit: tokens, sagas,
/// dead letters, deadlines. And the defaults of its processors.
@Configuration(proxyBeanMethods = false)
class AxonStoresConfiguration {
    /// How long the work of a process that was killed lies still.
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CLAIM_AGAIN = Duration.ofSeconds(1);

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new UniqueViolations();
    }

    @Bean
    @Primary
    Serializer generalSerializer() {
        return GeneralSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventCodec codec, @Qualifier("generalSerializer") Serializer general) {
        return new CodecSerializer(codec, general);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, @Qualifier("generalSerializer") Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(general)
                .schema(AxonSchemas.tokens())
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, @Qualifier("generalSerializer") Serializer general) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .serializer(general)
                .sqlSchema(AxonSchemas.sagas())
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return AxonSchemas.deadLetters();
    }

    /// A command that comes from outside needs no transaction: it reads a state, decides, and appends once, through
    /// [PendingAppends]. One that is sent within a transaction takes part in that one, whatever the setting.
    @Bean
    @Qualifier("localSegment")
    @ConditionalOnMissingBean(CommandBus.class)
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            org.axonframework.config.Configuration axon,
            DuplicateCommandHandlerResolver duplicates,
            AxonPostgresSettings settings) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(settings.groupCommit().commands() ? NoTransactionManager.INSTANCE : transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        var ignored = bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    @ConditionalOnMissingBean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new ConflictRetries())
                .build();
    }

    /// Axon lets events and commands hand on what they know, but not deadlines.
    @Bean
    InitializingBean deadlineCorrelation(DeadlineManager deadlines, List<CorrelationDataProvider> providers) {
        return () -> {
            var ignored = deadlines.registerHandlerInterceptor(new CorrelationDataInterceptor<>(providers));
        };
    }

    /// Sagas and policies begin at the first event, not at the last, and see it as news, not as a
    /// replay. One segment and one event at a time, since a unit of work keeps the locks of every
    /// aggregate it touched until its commit.
    @Bean
    ConfigurerModule processorDefaults() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((config, processor) -> processor
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(1)
                        .batchSize(1)
                        .tokenClaimInterval(CLAIM_AGAIN.toMillis())
                        .claimExtensionThreshold(CLAIM_AGAIN.toMillis()))
                .registerDefaultListenerInvocationErrorHandler(config -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(config -> PropagatingErrorHandler.instance());
    }
}
