package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction that somebody left open: it has a snapshot, a number, and a row that nobody sees.
final class LeftOpen implements AutoCloseable {
    private final Connection connection;

    private LeftOpen(Connection connection) {
        this.connection = connection;
    }

    static LeftOpen in(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(database);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists left_open (id int)");
            statement.execute("insert into left_open values (1)");
        }
        return new LeftOpen(connection);
    }

    /// @throws SQLException when it was ended meanwhile
    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
