package dev.baton.local.supervisor;

import dev.baton.local.postgres.Databases;
import dev.baton.local.postgres.PostgresServer;
import dev.baton.local.process.LogFile;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, with the databases of the services in it.
record PostgresPart(PostgresServer server, Databases databases) implements Part {
    static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String url() {
        return databases.url("postgres");
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public LogFile log() {
        return server.log();
    }

    @Override
    public ProcessHandle start() throws IOException, InterruptedException, SQLException {
        server.createOnce();
        server.stop();
        ProcessHandle postmaster = server.start();
        databases.create();
        return postmaster;
    }

    @Override
    public boolean ready() {
        return databases.reachable();
    }

    @Override
    public void stop(@Nullable ProcessHandle process) throws IOException, InterruptedException {
        server.stop();
    }
}
