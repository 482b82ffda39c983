package dev.baton.benchmarks.run;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// All turns of a run.
///
/// @param callers in the order of the tables
/// @param contestants who took part, the first being what the others are compared with
record Results(List<Integer> callers, List<Contestant> contestants, List<Measured> turns) {

    List<Measured> of(Contestant contestant, int callers) {
        return turns.stream()
                .filter(turn -> turn.contestant().equals(contestant) && turn.callers() == callers)
                .toList();
    }

    List<Measured> round(int round, int callers) {
        return turns.stream()
                .filter(turn -> turn.round() == round && turn.callers() == callers)
                .toList();
    }

    Optional<Contestant> named(String name) {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst();
    }

    int rounds() {
        return turns.stream().mapToInt(turn -> turn.round() + 1).max().orElse(0);
    }

    /// Round by round, since the machine's speed drifts.
    Spread ratio(Contestant one, Contestant other, int callers, ToDoubleFunction<Measured> figure) {
        List<Measured> others = of(other, callers);
        return Spread.of(of(one, callers).stream()
                .flatMap(turn -> others.stream()
                        .filter(beside -> beside.round() == turn.round() && figure.applyAsDouble(beside) > 0)
                        .map(beside -> figure.applyAsDouble(turn) / figure.applyAsDouble(beside)))
                .toList());
    }

    Spread spread(Contestant contestant, int callers, ToDoubleFunction<Measured> figure) {
        return Spread.of(
                of(contestant, callers).stream().map(figure::applyAsDouble).toList());
    }
}
