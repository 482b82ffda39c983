package dev.baton.benchmarks.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The contenders that are running, each with a database of its own on the run's server.
final class Sessions implements AutoCloseable {
    private final Settings settings;
    private final Server server;
    private final Scratch scratch;
    private final List<Session> sessions = new ArrayList<>();

    Sessions(Settings settings, Server server, Scratch scratch) {
        this.settings = settings;
        this.server = server;
        this.scratch = scratch;
    }

    void start(Contestant contestant, Launch launch) throws IOException, SQLException {
        List<String> java = launch.command(contestant.room());
        String database = server.newDatabase(contestant.name());
        WorkerProcess worker = WorkerProcess.start(
                java, contestant.name(), settings.place(database), scratch.file(contestant.name() + ".log"));
        sessions.add(new Session(contestant, database, worker, worker.handle(), server.postmaster()));
    }

    List<Session> all() {
        return List.copyOf(sessions);
    }

    void tidy() throws SQLException {
        for (Session session : sessions) {
            server.tidy(session.contestant.name());
        }
    }

    @Override
    public void close() throws IOException {
        for (Session session : sessions) {
            session.close();
        }
    }
}
