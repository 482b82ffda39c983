package dev.baton.axon.postgres;

import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.conformance.Callers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// `kill -9` on one of PostgreSQL's processes: the server cuts all connections and comes back from
/// what it had written ahead.
final class Crash {
    private Crash() {}

    /// Returns when the database can be reached again.
    static void of(String url) {
        try (Connection witness = DriverManager.getConnection(url);
                Connection victim = DriverManager.getConnection(url)) {
            ProcessHandle.of(process(victim)).orElseThrow().destroyForcibly();
            await().atMost(Callers.PATIENCE).until(() -> !witness.isValid(5));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await().atMost(Callers.PATIENCE).until(() -> reachable(url));
    }

    private static long process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean reachable(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
