package dev.baton.benchmarks.run;

import dev.baton.benchmarks.check.Finding;
import dev.baton.benchmarks.check.Invariants;
import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.work.Acknowledged;
import dev.baton.benchmarks.work.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// All contenders append by turns, and what they acknowledged is looked for afterwards.
public final class AppendBench {
    private static final int PATIENCE_SECONDS = 120;

    private final Settings settings;
    private final Turns turns;
    private boolean sound = true;

    private AppendBench(Settings settings, PrintStream progress) {
        this.settings = settings;
        this.turns = new Turns(progress);
    }

    /// @param progress told of every turn
    public static Outcome run(Settings settings, List<Contestant> contestants, Launch launch, PrintStream progress)
            throws Exception {
        AppendBench bench = new AppendBench(settings, progress);
        try (Scratch scratch = Scratch.at(settings.scratch());
                Server server = Server.start(scratch.postgres());
                Ground ground = Ground.of(settings, scratch, contestants, bench.turns);
                Sessions sessions = new Sessions(settings, server, scratch, ground)) {
            bench.turns.join(sessions, contestants, launch);
            return bench.measured(sessions, server, scratch);
        }
    }

    private Outcome measured(Sessions sessions, Server server, Scratch scratch) throws Exception {
        warm(sessions.all());
        FsyncRate disk = new FsyncRate(scratch.root());
        for (int round = 0; round < settings.rounds(); round++) {
            sessions.tidy();
            server.checkpoint();
            for (int callers : settings.callers()) {
                turns.round(round, sessions.all(), Order.append(callers, settings.seconds()), disk);
            }
        }
        for (Session session : sessions.all()) {
            check(session, scratch.file(session.contestant.name() + "-acknowledged"));
        }
        return outcome(sessions);
    }

    private void warm(List<Session> sessions) throws IOException {
        for (Session session : sessions) {
            var ignored = session.turn(Order.append(settings.mostCallers(), settings.warmSeconds()));
            turns.tell(session.contestant.name() + " is warm");
        }
    }

    private void check(Session session, Path file) throws IOException, SQLException {
        session.tell(Order.acknowledged(file.toString()), PATIENCE_SECONDS);
        Invariants invariants = Invariants.of(
                session.database, session.contestant.layout(), Acknowledged.readFrom(file), session.failed());
        sound &= invariants.findings().isEmpty();
        turns.note(session.contestant.name() + ": " + sentence(invariants));
    }

    private static String sentence(Invariants invariants) {
        return invariants.findings().isEmpty()
                ? String.format(Locale.ROOT, "%,d events, every acknowledged one is there once", invariants.events())
                : "BROKEN: " + invariants.findings().stream().map(Finding::what).collect(Collectors.joining("; "));
    }

    private Outcome outcome(Sessions sessions) {
        Results results = new Results(
                settings.callers(),
                sessions.all().stream().map(session -> session.contestant).toList(),
                turns.measured);
        Steadiness steadiness = Steadiness.of(results, settings.thresholds());
        String report = new Report(results, steadiness, Goal.APPEND, turns.notes).text();
        return new Outcome(report, sound, steadiness.allowsVerdict());
    }
}
