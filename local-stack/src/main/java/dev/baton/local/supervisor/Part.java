package dev.baton.local.supervisor;

import dev.baton.local.process.LogFile;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// One process that the supervisor keeps alive.
interface Part {
    String name();

    /// Where others reach it.
    String url();

    int port();

    LogFile log();

    /// Starts the process; it need not be ready yet.
    ProcessHandle start() throws IOException, InterruptedException, SQLException;

    /// One quick look, whether it does its work now.
    boolean ready();

    /// Ends the process in order, and by force when that does not help.
    ///
    /// @param process absent when its start was interrupted
    void stop(@Nullable ProcessHandle process) throws IOException, InterruptedException;
}
