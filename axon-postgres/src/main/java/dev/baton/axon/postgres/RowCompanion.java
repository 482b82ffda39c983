package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A companion that inserts one row: those of many commands that are committed together are written at once.
public interface RowCompanion extends CommitCompanion {

    /// The same instance for every companion of the kind.
    RowInsert insert();

    /// @param commandResult what the command handler returned
    /// @return a value for each column
    @Nullable
    Object[] row(@Nullable Object commandResult);

    @Override
    default void writeWithin(Connection connection, @Nullable Object commandResult) throws SQLException {
        insert().rows(connection, List.<@Nullable Object[]>of(row(commandResult)))
                .write();
    }
}
