package dev.baton.benchmarks.run;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a figure of one contender, over that of another in the same round, must be at the median.
///
/// @param callers 0 for a replay
record Goal(String contender, String against, int callers, Figure figure, double value) {

    enum Figure {
        RATE("of the rate", true, turn -> turn.turn().rate()),
        P99("of the p99", false, turn -> turn.turn().p99());

        private final String words;
        private final boolean atLeast;
        private final ToDoubleFunction<Measured> of;

        Figure(String words, boolean atLeast, ToDoubleFunction<Measured> of) {
            this.words = words;
            this.atLeast = atLeast;
            this.of = of;
        }
    }

    static final List<Goal> APPEND = List.of(
            new Goal(Contestant.BATON, Contestant.FLOOR, 64, Figure.RATE, 0.8),
            new Goal(Contestant.BATON, Contestant.SINGLE, 64, Figure.RATE, 2),
            new Goal(Contestant.BATON, Contestant.AXON, 64, Figure.RATE, 15),
            new Goal(Contestant.BATON, Contestant.PEKKO, 64, Figure.RATE, 4),
            new Goal(Contestant.BATON, Contestant.FLOOR, 64, Figure.P99, 1.5),
            new Goal(Contestant.BATON, Contestant.SINGLE, 1, Figure.RATE, 0.7));

    static final List<Goal> REPLAY = List.of(
            new Goal(Contestant.REBUILD, Contestant.COPY, 0, Figure.RATE, 0.85),
            new Goal(Contestant.REBUILD_ALL, Contestant.COPY, 0, Figure.RATE, 0.85),
            new Goal(Contestant.REBUILD, Contestant.AXON_PROCESSOR, 0, Figure.RATE, 200),
            new Goal(Contestant.REBUILD, Contestant.PEKKO_PROJECTION, 0, Figure.RATE, 5));

    /// A sentence, when both took part.
    Optional<String> verdict(Results results) {
        return results.named(contender)
                .flatMap(one -> results.named(against)
                        .filter(other -> !results.of(other, callers).isEmpty())
                        .map(other -> sentence(results.ratio(one, other, callers, figure.of))));
    }

    private String sentence(Spread ratio) {
        boolean met = figure.atLeast ? ratio.median() >= value : ratio.median() <= value;
        return (met ? "met:    " : "missed: ") + contender + " has " + Spread.digits(ratio.median()) + " "
                + figure.words + " of " + against + (callers == 0 ? "" : " at " + callers + " callers") + " (goal: "
                + (figure.atLeast ? "at least " : "at most ") + value + "; min / median / max " + ratio + ")";
    }
}
