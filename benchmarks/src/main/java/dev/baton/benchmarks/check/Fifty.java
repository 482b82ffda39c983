package dev.baton.benchmarks.check;

import dev.baton.benchmarks.work.Acknowledged;
import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Callers;
import dev.baton.benchmarks.work.Contestants;
import dev.baton.benchmarks.work.Deals;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Turn;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/// A contender's trial: fifty commands by five callers on ten deals, before any speed is spoken of.
public record Fifty(Place place, Turn turn, BitSet acknowledged) {
    public static final int COMMANDS = 50;
    private static final int CALLERS = 5;

    public static Fifty by(Contestants.Appending appending, Place place) throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        try (AppendContender contender = appending.at(place)) {
            Callers callers = new Callers(contender, new Deals(place.dealsAtOnce(), 0), acknowledged);
            Turn turn = callers.commands(CALLERS, COMMANDS / CALLERS);
            return new Fifty(place, turn, acknowledged.numbers());
        }
    }

    public List<Finding> findings(Layout layout) throws SQLException {
        return Invariants.of(place.database(), layout, acknowledged, turn.failed())
                .findings();
    }
}
