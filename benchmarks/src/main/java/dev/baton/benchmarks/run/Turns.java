package dev.baton.benchmarks.run;

import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.probe.Probe;
import dev.baton.benchmarks.work.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Who takes part and what each did, turn by turn; told as it happens.
final class Turns {
    final List<Measured> measured = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final PrintStream progress;

    Turns(PrintStream progress) {
        this.progress = progress;
    }

    /// Whoever does not start is left out, with a note.
    void join(Sessions sessions, List<Contestant> contestants, Launch launch) throws IOException {
        for (Contestant contestant : contestants) {
            join(sessions, contestant, launch);
        }
        if (sessions.all().isEmpty()) {
            throw new IOException("no contender started: " + String.join("; ", notes));
        }
    }

    private void join(Sessions sessions, Contestant contestant, Launch launch) {
        try {
            sessions.start(contestant, launch);
            tell(contestant.name() + " is ready");
        } catch (IOException | SQLException e) {
            note(contestant.name() + " is left out: " + e.getMessage());
        }
    }

    /// A turn for each, probed before and after. Another one begins in each round.
    void round(int round, List<Session> sessions, Order order, FsyncRate disk) throws IOException {
        List<Session> rotated = new ArrayList<>(sessions);
        Collections.rotate(rotated, -round);
        Probe probe = Probe.of(disk);
        for (Session session : rotated) {
            Measured turn = session.measured(order, round, probe, disk);
            measured.add(turn);
            probe = turn.after();
            tell(turn);
        }
    }

    void note(String sentence) {
        notes.add(sentence);
        tell(sentence);
    }

    void tell(String line) {
        progress.println(line);
    }

    private void tell(Measured turn) {
        progress.printf(
                Locale.ROOT,
                "round %d%s: %-12s %,9.0f/s%s, fsyncs/s %,.0f, others %.0f %%%n",
                turn.round() + 1,
                turn.callers() == 0 ? "" : ", " + turn.callers() + " callers",
                turn.contestant().name(),
                turn.turn().rate(),
                turn.callers() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", p50 %.2f ms, p99 %.2f ms",
                                turn.turn().p50(),
                                turn.turn().p99()),
                turn.after().fsyncs(),
                turn.mostForeign() * 100);
        if (turn.turn().failed() > 0) {
            notes.add(turn.contestant().name() + " failed " + turn.turn().failed() + " times in round "
                    + (turn.round() + 1) + " at " + turn.callers() + " callers: "
                    + turn.turn().failure());
        }
    }
}
