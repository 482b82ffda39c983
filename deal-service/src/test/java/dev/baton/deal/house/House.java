package dev.baton.deal.house;

import dev.baton.contract.testing.FreePort;
import dev.baton.contract.testing.Patience;
import dev.baton.deal.DealService;
import dev.baton.web.edge.testing.TestTokens;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// One real PostgreSQL, one real Kafka and one running service for all tests of this module; tests keep apart by the
/// ids of their deals.
public final class House {
    /// Whatever is certain to come has come by then, also on a busy machine.
    public static final Duration PATIENCE = Patience.LIMIT;

    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final EmbeddedKafkaKraftBroker KAFKA = kafka();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final ConfigurableApplicationContext SERVICE = open();

    private House() {}

    public static Http http() {
        return http(SERVICE);
    }

    public static Http http(ConfigurableApplicationContext service) {
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        return new Http("http://127.0.0.1:" + port);
    }

    public static <T> T part(Class<T> type) {
        return SERVICE.getBean(type);
    }

    public static String brokers() {
        return KAFKA.getBrokersAsString();
    }

    /// Another service with a database of its own.
    public static ConfigurableApplicationContext open(String... settings) {
        return open(newDatabase(), settings);
    }

    public static ConfigurableApplicationContext openOn(String database, String... settings) {
        return open(database, settings);
    }

    /// With parts of the test's own in place of the service's.
    public static ConfigurableApplicationContext openWith(Class<?> parts, String database, String... settings) {
        return open(new SpringApplicationBuilder(DealService.class, parts), database, settings);
    }

    public static String newDatabase() {
        String name = "deals_" + DATABASES.incrementAndGet();
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    private static ConfigurableApplicationContext open(String database, String[] settings) {
        return open(new SpringApplicationBuilder(DealService.class), database, settings);
    }

    private static ConfigurableApplicationContext open(
            SpringApplicationBuilder service, String database, String[] settings) {
        String[] usual = {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.datasource.url=" + database,
            "--baton.kafka.bootstrap=" + brokers(),
            // whoever stops a reader waits for its last fetch
            "--baton.kafka.clients.fetch.max.wait.ms=50",
            // what a slow Kafka was too late for would be sent again, and stand on the topic twice
            "--baton.kafka.clients.[default.api.timeout.ms]=" + PATIENCE.toMillis(),
            "--baton.kafka.clients.[max.block.ms]=" + PATIENCE.toMillis(),
            "--baton.kafka.clients.[delivery.timeout.ms]=" + PATIENCE.toMillis(),
            "--baton.security.public-key=" + TestTokens.PUBLIC_KEY,
            "--spring.main.banner-mode=off",
            // when the tests are over, Kafka and PostgreSQL end in the same moment: nobody is to wait for them
            "--spring.main.register-shutdown-hook=false",
            "--logging.level.root=warn"
        };
        String[] all = java.util.stream.Stream.of(usual, settings)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return service.run(all);
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(PATIENCE)
                    .setPort(FreePort.next())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedKafkaKraftBroker kafka() {
        var kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.afterPropertiesSet();
        return kafka;
    }
}
