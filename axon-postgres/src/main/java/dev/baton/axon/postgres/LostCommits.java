package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Finds out what became of a transaction whose connection was lost: it may have been committed before or after.
final class LostCommits {
    private static final int TRIES = 5;

    /// The lost session may still be working on what it was sent. Nothing of another user or database is ended.
    private static final String END_SESSION = """
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where pid = ? and pid <> pg_backend_pid() and usename = current_user and datname = current_database()
            """;

    private final DataSource lane;

    LostCommits(DataSource lane) {
        this.lane = lane;
    }

    /// The server's number for a connection's session, 0 when the driver does not know.
    static int session(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException unknown) {
            return 0;
        }
    }

    /// Whether a failure leaves open what became of the transaction: the connection broke (class 08), or the server
    /// ended the session (57P, 25P03).
    static boolean isLoss(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /// @param session which tried to commit
    /// @param decided what is known already of the first appends
    List<Outcome> outcomes(int session, List<Append> batch, List<Outcome> decided, Exception cause) {
        Set<UUID> stored = stored(session, batch);
        List<Outcome> outcomes = new ArrayList<>();
        for (int n = 0; n < batch.size(); n++) {
            outcomes.add(
                    n < decided.size() && decided.get(n) instanceof Outcome.Failed failed
                            ? failed
                            : outcome(batch.get(n), stored, cause));
        }
        return outcomes;
    }

    /// One transaction: an append without events was stored if any other was.
    private static Outcome outcome(Append append, @Nullable Set<UUID> stored, Exception cause) {
        if (stored == null) {
            return new Outcome.Failed(new OutcomeUnknown(cause));
        }
        if (append.events().isEmpty()) {
            return stored.isEmpty() ? new Outcome.Failed(new OutcomeUnknown(cause)) : new Outcome.Stored(0);
        }
        return stored.contains(append.events().getFirst().id())
                ? new Outcome.Stored(0)
                : new Outcome.Failed(new LogUnavailable(cause));
    }

    /// @return ids of those first events that are in the log; null when the database did not answer
    private @Nullable Set<UUID> stored(int session, List<Append> batch) {
        UUID[] ids = batch.stream()
                .filter(append -> !append.events().isEmpty())
                .map(append -> append.events().getFirst().id())
                .toArray(UUID[]::new);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try (Connection connection = lane.getConnection()) {
                return ask(connection, session, ids);
            } catch (SQLException stillAway) {
                // The pool waits for a connection before it gives up: no pause is needed here.
            }
        }
        return null;
    }

    /// Under the log's lock: what the lost session had begun is over then.
    private static Set<UUID> ask(Connection connection, int session, UUID[] ids) throws SQLException {
        end(connection, session);
        LogAppender.lock(connection);
        Set<UUID> stored = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("select event_id from event where event_id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getObject(1, UUID.class));
                }
            }
        }
        connection.rollback();
        return stored;
    }

    private static void end(Connection connection, int session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END_SESSION)) {
            statement.setInt(1, session);
            statement.execute();
        }
        connection.rollback();
    }
}
