package dev.baton.benchmarks.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The contenders that are running, each with a database of its own on the run's server.
final class Sessions implements AutoCloseable {
    private final Settings settings;
    private final Server server;
    private final Scratch scratch;
    private final Ground ground;
    private final List<Session> sessions = new ArrayList<>();

    Sessions(Settings settings, Server server, Scratch scratch, Ground ground) {
        this.settings = settings;
        this.server = server;
        this.scratch = scratch;
        this.ground = ground;
    }

    void start(Contestant contestant, Launch launch) throws IOException, SQLException {
        if (contestant.grounded() && ground.data() == null) {
            throw new IOException("it needs Kafka and an issuer");
        }
        List<String> java = launch.command(contestant.room());
        String database = server.newDatabase(contestant.name());
        List<String> place = Stream.concat(settings.place(database).stream(), ground.argument())
                .toList();
        WorkerProcess worker =
                WorkerProcess.start(java, contestant.name(), place, scratch.file(contestant.name() + ".log"));
        sessions.add(new Session(contestant, database, worker, server.postmaster(), ground.processes()));
    }

    void leave(Session session) throws IOException {
        sessions.remove(session);
        session.close();
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
