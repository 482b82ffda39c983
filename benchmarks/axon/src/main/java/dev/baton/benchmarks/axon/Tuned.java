package dev.baton.benchmarks.axon;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/// The starter with its own JDBC engine, aggregates in a cache, a pool that fits the machine and
/// nothing done for a command that it does not need.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Tuned {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int DEALS_IN_CACHE = 50_000;

    static final String[] SETTINGS = {
        "--spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
        "--spring.data.jpa.repositories.enabled=false",
        "--spring.datasource.connection-fetch=lazy",
        "--spring.datasource.hikari.maximum-pool-size=16",
        "--axon.timeout.enabled=false"
    };

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(Tuned::isUniqueViolation)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    @Bean
    ConfigurerModule deals() {
        return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(AxonDeal.class)
                .configureCache(axon -> new RecentDeals(DEALS_IN_CACHE))
                .configureCommandTargetResolver(axon -> command ->
                        new VersionedAggregateIdentifier((Object) ((Advance) command.getPayload()).deal(), null)));
    }

    private static boolean isUniqueViolation(Exception failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
