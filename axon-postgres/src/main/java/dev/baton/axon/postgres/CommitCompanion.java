package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows that belong into the commit of a command: put one, or a list of them, under [#KEY] into the command's MetaData.
/// It runs after the handler, in the transaction of the command's events and behind them; when it fails, nothing of the
/// command is kept. It may be called again, when the transaction had to be begun anew.
///
/// One that only inserts a row is better a [RowCompanion].
@FunctionalInterface
public interface CommitCompanion {
    /// Key of the command's MetaData. The entry lives in memory and is never stored.
    String KEY = "dev.baton.commitCompanion";

    /// Whether it has something to write for that result. One that has nothing is left out of the commit, and costs
    /// nothing.
    default boolean concerns(@Nullable Object commandResult) {
        return true;
    }

    /// @param commandResult what the command handler returned
    /// @throws SQLException passed on as Spring's exception, a broken unique key as
    ///     `DuplicateKeyException`
    void writeWithin(Connection connection, @Nullable Object commandResult) throws SQLException;
}
