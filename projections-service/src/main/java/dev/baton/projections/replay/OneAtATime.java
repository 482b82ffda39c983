package dev.baton.projections.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Lets one instance at a time work on the generations: an advisory lock on a session of its own,
/// which the server takes back when that instance dies.
@Component
class OneAtATime {
    private static final long KEY = 0x6261746f6e5f7265L;

    private final DataSource database;

    OneAtATime(DataSource database) {
        this.database = database;
    }

    /// @return empty while another one has it
    Optional<Turn> tryTurn() throws SQLException {
        Connection session = database.getConnection();
        boolean mine = false;
        try {
            mine = ask(session, "select pg_try_advisory_lock(?)");
            return mine ? Optional.of(new Turn(session)) : Optional.empty();
        } finally {
            if (!mine) {
                session.close();
            }
        }
    }

    record Turn(Connection session) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try (session) {
                ask(session, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean ask(Connection session, String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
