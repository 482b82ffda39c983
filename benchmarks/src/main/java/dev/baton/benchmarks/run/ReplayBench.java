package dev.baton.benchmarks.run;

import dev.baton.benchmarks.check.Stories;
import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.work.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

/// All contenders build the same read model from the same events by turns; what they built is compared with what the
/// events say, row by row, by a checksum.
public final class ReplayBench {
    /// In the place of a number of callers.
    private static final int NOBODY_CALLS = 0;

    private static final int PATIENCE_SECONDS = 300;

    private final Settings settings;
    private final Turns turns;
    private boolean sound = true;

    private ReplayBench(Settings settings, PrintStream progress) {
        this.settings = settings;
        this.turns = new Turns(progress);
    }

    /// @param progress told of every turn
    public static Outcome run(Settings settings, List<Contestant> contestants, Launch launch, PrintStream progress)
            throws Exception {
        ReplayBench bench = new ReplayBench(settings, progress);
        try (Scratch scratch = Scratch.at(settings.scratch());
                Server server = Server.start(scratch.postgres());
                Ground ground = Ground.of(settings, scratch, contestants, bench.turns);
                Sessions sessions = new Sessions(settings, server, scratch, ground)) {
            bench.turns.join(sessions, contestants, launch);
            return bench.measured(sessions, server, scratch);
        }
    }

    private Outcome measured(Sessions sessions, Server server, Scratch scratch) throws Exception {
        for (Session session : sessions.all()) {
            prepare(sessions, session);
        }
        FsyncRate disk = new FsyncRate(scratch.root());
        for (int round = 0; round < settings.rounds(); round++) {
            sessions.tidy();
            server.checkpoint();
            turns.round(round, sessions.all(), Order.rebuild(settings.seconds()), disk);
        }
        for (Session session : sessions.all()) {
            check(session);
        }
        return outcome(sessions);
    }

    /// Whoever cannot fill its log, or build once, is left out with a note.
    private void prepare(Sessions sessions, Session session) throws IOException {
        try {
            session.tell(Order.fill(settings.events()), PATIENCE_SECONDS);
            turns.tell(session.contestant.name() + " has its log");
            warm(session);
        } catch (IOException failed) {
            turns.note(session.contestant.name() + " is left out: " + failed.getMessage());
            sessions.leave(session);
        }
    }

    /// Rebuilds until the time is up: the first ones are run by the interpreter.
    private void warm(Session session) throws IOException {
        long end = System.nanoTime() + (long) (settings.warmSeconds() * 1e9);
        do {
            var ignored = session.turn(Order.rebuild(settings.seconds()));
        } while (System.nanoTime() < end);
        turns.tell(session.contestant.name() + " is warm");
    }

    private void check(Session session) throws SQLException {
        Stories built = Stories.in(session.database);
        Stories expected = Stories.expectedIn(session.database);
        boolean right = built.rows() > 0 && built.equals(expected);
        sound &= right;
        turns.note(session.contestant.name() + ": "
                + (right ? built + ", as the events say" : "BROKEN: " + built + ", the events say " + expected));
    }

    private Outcome outcome(Sessions sessions) {
        Results results = new Results(
                List.of(NOBODY_CALLS),
                sessions.all().stream().map(session -> session.contestant).toList(),
                turns.measured);
        Steadiness steadiness = Steadiness.of(results, settings.thresholds());
        String report = new Report(results, steadiness, Goal.REPLAY, turns.notes).text();
        return new Outcome(report, sound, steadiness.allowsVerdict());
    }
}
