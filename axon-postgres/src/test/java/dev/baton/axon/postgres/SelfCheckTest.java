package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SelfCheckTest extends StoreTest {

    @Test
    void the_durable_parts_are_in_use() {
        DurableParts.require(service.getBean(org.axonframework.config.Configuration.class));
    }

    @Test
    void an_event_store_in_memory_is_refused() {
        refused(
                durable()
                        .configureEmbeddedEventStore(c ->
                                new org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine()),
                "Axon's event store is a EmbeddedEventStore");
    }

    @Test
    void a_token_store_in_memory_is_refused() {
        refused(
                durable().registerComponent(TokenStore.class, c -> new InMemoryTokenStore()),
                "Axon's token store is a InMemoryTokenStore");
    }

    @Test
    void a_saga_store_in_memory_is_refused() {
        refused(
                durable().registerComponent(SagaStore.class, c -> new InMemorySagaStore()),
                "Axon's saga store is a InMemorySagaStore");
    }

    @Test
    void a_transaction_manager_that_does_nothing_is_refused() {
        refused(
                durable().registerComponent(TransactionManager.class, c -> NoTransactionManager.INSTANCE),
                "Axon's transaction manager is a NoTransactionManager");
    }

    @Test
    void deadlines_in_memory_are_refused() {
        refused(
                durable()
                        .registerComponent(
                                DeadlineManager.class,
                                c -> SimpleDeadlineManager.builder()
                                        .scopeAwareProvider(new ConfigurationScopeAwareProvider(c))
                                        .build()),
                "Axon's deadline manager is a SimpleDeadlineManager");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table event drop constraint event_id_once",
                "alter table event drop constraint event_stream_sequence_once",
                "drop index association_value_entry_by_value",
                "alter table token_entry drop constraint token_entry_once"
            })
    void a_missing_index_is_refused(String injury) {
        String name = injury.substring(injury.lastIndexOf(' ') + 1);
        String injured = injure(injury);
        assertThatThrownBy(() -> TestService.start(injured))
                .isInstanceOf(UnsafeStore.class)
                .hasMessageContaining("lacks the index or constraint " + name);
    }

    @Test
    void a_log_that_goes_beyond_its_chain_is_refused() {
        String injured = injure("insert into event values (1, gen_random_uuid(), 'deal/1', 0, 't', '{}', '{}',"
                + " now(), now(), 's')");
        assertThatThrownBy(() -> TestService.start(injured))
                .isInstanceOf(UnsafeStore.class)
                .hasMessageContaining("does not match the log at position 1");
    }

    @Test
    void a_server_that_may_lose_commits_is_refused_unless_allowed() throws Exception {
        try (EmbeddedPostgres careless = Postgres.careless()) {
            String careful = careless.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> TestService.start(careful))
                    .isInstanceOf(UnsafeStore.class)
                    .hasMessageContaining("fsync = off");
            try (ConfigurableApplicationContext allowed =
                    TestService.start(careful, Map.of("baton.allow-unsafe-durability", "true"))) {
                assertThat(allowed.isRunning()).isTrue();
            }
        }
    }

    private static String injure(String sql) {
        String url = Postgres.newDatabase();
        DataSource database = new DriverManagerDataSource(url);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/axon-postgres")
                .load()
                .migrate();
        new JdbcTemplate(database).execute(sql);
        return url;
    }

    /// Axon without Spring, all parts as they should be.
    private Configurer durable() {
        return DefaultConfigurer.defaultConfiguration()
                .registerComponent(EventBus.class, c -> service.getBean(PostgresEventStore.class))
                .registerComponent(TokenStore.class, c -> service.getBean(TokenStore.class))
                .registerComponent(SagaStore.class, c -> service.getBean(SagaStore.class))
                .registerComponent(TransactionManager.class, c -> service.getBean(TransactionManager.class))
                .registerComponent(DeadlineManager.class, c -> service.getBean(DeadlineManager.class));
    }

    private static void refused(Configurer axon, String sentence) {
        assertThatThrownBy(() -> DurableParts.require(axon.buildConfiguration()))
                .isInstanceOf(UnsafeStore.class)
                .hasMessageStartingWith(sentence);
    }
}
