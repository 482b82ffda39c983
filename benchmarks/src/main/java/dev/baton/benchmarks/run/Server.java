package dev.baton.benchmarks.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// A PostgreSQL of the run's own, durable as in production, with a database for each contender.
///
/// No checkpoint and no autovacuum falls into a turn, where one contender would pay for another's
/// rows: tables are vacuumed between the rounds, and the log has room for the whole run.
record Server(EmbeddedPostgres postgres, ProcessHandle postmaster) implements AutoCloseable {

    static Server start(Path data) throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "32GB")
                .setServerConfig("checkpoint_timeout", "2h")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("random_page_cost", "1.1")
                .start();
        Server server = new Server(postgres, postmaster(data));
        server.requireDurable();
        return server;
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IOException("PostgreSQL ended"));
    }

    private void requireDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = ask("show " + setting);
            if (!value.equals("on")) {
                throw new SQLException(setting + " is " + value + ": this would measure what is not durable");
            }
        }
    }

    String version() throws SQLException {
        return ask("show server_version");
    }

    /// @return the JDBC URL of a new, empty database
    String newDatabase(String name) throws SQLException {
        execute("postgres", "create database \"" + name + "\"");
        return url(name);
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    /// What would otherwise come at some time in somebody's turn.
    void tidy(String database) throws SQLException {
        execute(database, "vacuum (analyze)");
    }

    void checkpoint() throws SQLException {
        execute("postgres", "checkpoint");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
