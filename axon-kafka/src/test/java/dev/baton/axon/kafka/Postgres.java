package dev.baton.axon.kafka;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.contract.testing.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// One real PostgreSQL for the whole test run; each test class has a database of its own in it.
public final class Postgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    public static String newDatabaseUrl() {
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    public static HikariDataSource newDatabase(String... migrations) {
        return migrated(newDatabaseUrl(), migrations);
    }

    static HikariDataSource migrated(String url, String... migrations) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(12);
        pool.setConnectionTimeout(30_000);
        Flyway.configure()
                .dataSource(pool)
                .locations(migrations)
                .outOfOrder(true)
                .load()
                .migrate();
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setPort(FreePort.next())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
