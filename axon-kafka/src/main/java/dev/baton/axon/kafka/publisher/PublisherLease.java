package dev.baton.axon.kafka.publisher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/// The right to publish, held by one instance of a service at a time: an advisory lock of a session of its own.
///
/// The token is read and moved over that same session. Whoever lost it cannot move the token, and a process that
/// dies gives the right back at once, since its session ends with it.
final class PublisherLease implements AutoCloseable {
    /// Keeps these locks apart from others in the same database: "BATP" in ASCII.
    private static final int LOCK_CLASS = 0x42415450;

    private final Connection connection;
    private final String name;

    private PublisherLease(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// @return empty while another instance holds it
    static Optional<PublisherLease> tryAcquire(DataSource database, String name) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            if (ask(connection, "select pg_try_advisory_lock(?, hashtext(?))", name)) {
                return Optional.of(new PublisherLease(connection, name));
            }
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /// The last position that Kafka has acknowledged; 0 before the first.
    long position() throws SQLException {
        try (var insert =
                prepare("insert into publisher_token (name, position) values (?, 0) on conflict do nothing")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        try (var query = prepare("select position from publisher_token where name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// @throws IllegalStateException when the token is not where this publisher left it
    void move(long from, long to) throws SQLException {
        try (var update = prepare("update publisher_token set position = ? where name = ? and position = ?")) {
            update.setLong(1, to);
            update.setString(2, name);
            update.setLong(3, from);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the token of publisher '" + name + "' is no longer at " + from);
            }
        }
    }

    /// The topics that the token speaks of, id by name.
    Map<String, String> topics() throws SQLException {
        var topics = new HashMap<String, String>();
        try (var query = prepare("select topic, topic_id from publisher_topic where name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    topics.put(row.getString(1), row.getString(2));
                }
            }
        }
        return topics;
    }

    void meanTopics(Map<String, String> ids) throws SQLException {
        try (var upsert = prepare("insert into publisher_topic (name, topic, topic_id) values (?, ?, ?)"
                + " on conflict (name, topic) do update set topic_id = excluded.topic_id")) {
            for (var id : ids.entrySet()) {
                upsert.setString(1, name);
                upsert.setString(2, id.getKey());
                upsert.setString(3, id.getValue());
                upsert.executeUpdate();
            }
        }
    }

    /// How far filling the topics again is; empty while it is not under way.
    Optional<String> republication() throws SQLException {
        try (var query = prepare("select state || ' at ' || position from republication where name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// The session to which the right belongs: what is written over it is written by the holder.
    Connection session() {
        return connection;
    }

    /// The lock must not go back into a pool with its connection.
    @Override
    public void close() throws SQLException {
        try {
            ask(connection, "select pg_advisory_unlock(?, hashtext(?))", name);
            connection.close();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, LOCK_CLASS);
            query.setString(2, name);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
