package dev.baton.axon.postgres;

import dev.baton.axon.postgres.conformance.LogUnderTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The log's lock in the hands of somebody else, as behind another process's commit.
final class LogLock implements LogUnderTest.Stall {
    private final Connection connection;

    private LogLock(Connection connection) {
        this.connection = connection;
    }

    static LogLock hold(String url) {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LogAppender.LOG_LOCK + ")");
            }
            return new LogLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
