package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.modelling.command.ConcurrencyException;

/// What a command has read of other streams than its own, and decides by.
///
/// Looked at once more in the commit, behind the command's events and so under the log's lock: what was appended before
/// is seen, and what comes later comes after the commit. When such a stream has grown, nothing of the command is kept,
/// and it is decided again. Two commands that read each other's streams can therefore not both go by what was before.
/// Commands that read no other stream pay nothing for it.
public final class ReadSet {
    private static final String GROWN = "select from event where stream_id = ? and sequence > ? limit 1";

    private final PendingAppends appends;

    ReadSet(PendingAppends appends) {
        this.appends = appends;
    }

    /// For the command that is being decided.
    ///
    /// @param sequence of the last event that was read, -1 when there was none
    public void add(StreamId stream, long sequence) {
        appends.addBeside((connection, ignored) -> requireEnd(connection, stream, sequence), null);
    }

    private static void requireEnd(Connection connection, StreamId stream, long sequence) throws SQLException {
        try (PreparedStatement grown = connection.prepareStatement(GROWN)) {
            grown.setString(1, stream.toString());
            grown.setLong(2, sequence);
            try (ResultSet row = grown.executeQuery()) {
                if (row.next()) {
                    throw new ConcurrencyException(stream + " has moved on since it was read at " + sequence);
                }
            }
        }
    }
}
