package dev.baton.benchmarks.run;

import dev.baton.benchmarks.check.Finding;
import dev.baton.benchmarks.check.Invariants;
import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.probe.Probe;
import dev.baton.benchmarks.work.Acknowledged;
import dev.baton.benchmarks.work.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// All contenders append by turns, and what they acknowledged is looked for afterwards.
public final class AppendBench {
    private static final int PATIENCE_SECONDS = 120;

    private final Settings settings;
    private final PrintStream progress;
    private final List<String> notes = new ArrayList<>();
    private final List<Measured> turns = new ArrayList<>();
    private boolean sound = true;

    private AppendBench(Settings settings, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// @param progress told of every turn
    public static Outcome run(Settings settings, List<Contestant> contestants, Launch launch, PrintStream progress)
            throws Exception {
        AppendBench bench = new AppendBench(settings, progress);
        try (Scratch scratch = Scratch.at(settings.scratch());
                Server server = Server.start(scratch.postgres());
                Sessions sessions = new Sessions(settings, server, scratch)) {
            contestants.forEach(contestant -> bench.join(sessions, contestant, launch));
            if (sessions.all().isEmpty()) {
                throw new IOException("no contender started: " + String.join("; ", bench.notes));
            }
            return bench.measured(sessions, server, scratch);
        }
    }

    private void join(Sessions sessions, Contestant contestant, Launch launch) {
        try {
            sessions.start(contestant, launch);
            progress.println(contestant.name() + " is ready");
        } catch (IOException | SQLException e) {
            notes.add(contestant.name() + " is left out: " + e.getMessage());
            progress.println(notes.getLast());
        }
    }

    private Outcome measured(Sessions sessions, Server server, Scratch scratch) throws Exception {
        warm(sessions.all());
        FsyncRate disk = new FsyncRate(scratch.root());
        for (int round = 0; round < settings.rounds(); round++) {
            sessions.tidy();
            server.checkpoint();
            round(round, sessions.all(), disk);
        }
        for (Session session : sessions.all()) {
            check(session, scratch.file(session.contestant.name() + "-acknowledged"));
        }
        return outcome(sessions);
    }

    private void warm(List<Session> sessions) throws IOException {
        for (Session session : sessions) {
            var ignored = session.turn(Order.append(settings.mostCallers(), settings.warmSeconds()));
            progress.println(session.contestant.name() + " is warm");
        }
    }

    /// Another one begins in each round.
    private void round(int round, List<Session> sessions, FsyncRate disk) throws IOException {
        List<Session> order = new ArrayList<>(sessions);
        Collections.rotate(order, -round);
        for (int callers : settings.callers()) {
            Probe probe = Probe.of(disk);
            for (Session session : order) {
                Measured turn = session.measured(Order.append(callers, settings.seconds()), round, probe, disk);
                turns.add(turn);
                probe = turn.after();
                tell(turn);
            }
        }
    }

    private void tell(Measured turn) {
        progress.printf(
                Locale.ROOT,
                "round %d, %d callers: %-12s %,9.0f/s, p50 %.2f ms, p99 %.2f ms, fsyncs/s %,.0f, others %.0f %%%n",
                turn.round() + 1,
                turn.callers(),
                turn.contestant().name(),
                turn.turn().rate(),
                turn.turn().p50(),
                turn.turn().p99(),
                turn.after().fsyncs(),
                turn.mostForeign() * 100);
        if (turn.turn().failed() > 0) {
            notes.add(turn.contestant().name() + " failed " + turn.turn().failed() + " times in round "
                    + (turn.round() + 1) + " at " + turn.callers() + " callers: "
                    + turn.turn().failure());
        }
    }

    private void check(Session session, Path file) throws IOException, SQLException {
        session.tell(Order.acknowledged(file.toString()), PATIENCE_SECONDS);
        Invariants invariants = Invariants.of(
                session.database, session.contestant.layout(), Acknowledged.readFrom(file), session.failed());
        sound &= invariants.findings().isEmpty();
        notes.add(session.contestant.name() + ": "
                + (invariants.findings().isEmpty()
                        ? String.format(
                                Locale.ROOT, "%,d events, every acknowledged one is there once", invariants.events())
                        : "BROKEN: "
                                + String.join(
                                        "; ",
                                        invariants.findings().stream()
                                                .map(Finding::what)
                                                .toList())));
        progress.println(notes.getLast());
    }

    private Outcome outcome(Sessions sessions) {
        Results results = new Results(
                settings.callers(),
                sessions.all().stream().map(session -> session.contestant).toList(),
                turns);
        Steadiness steadiness = Steadiness.of(results, settings.thresholds());
        String report = new Report(results, steadiness, Goal.APPEND, notes).text();
        return new Outcome(report, sound, steadiness.allowsVerdict());
    }
}
