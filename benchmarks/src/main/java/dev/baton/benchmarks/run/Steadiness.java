package dev.baton.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Whether the machine was steady enough for a verdict.
///
/// @param disturbances a sentence for each disturbed round
/// @param bearable how many a verdict bears
record Steadiness(List<String> disturbances, int bearable) {

    static Steadiness of(Results results, Thresholds thresholds) {
        List<String> disturbances = new ArrayList<>();
        int looks = 0;
        for (int callers : results.callers()) {
            for (int round = 0; round < results.rounds(); round++) {
                looks++;
                disturbances.addAll(disturbances(results.round(round, callers), round, callers, thresholds));
            }
        }
        return new Steadiness(disturbances, (int) (looks * thresholds.disturbedShare()));
    }

    boolean allowsVerdict() {
        return disturbances.size() <= bearable;
    }

    /// At most one sentence a round, however many reasons.
    private static List<String> disturbances(List<Measured> turns, int round, int callers, Thresholds thresholds) {
        double drift = drift(turns);
        double foreign = turns.stream().mapToDouble(Measured::mostForeign).max().orElse(0);
        List<String> reasons = new ArrayList<>();
        if (drift > thresholds.fsyncDrift()) {
            reasons.add(String.format(Locale.ROOT, "the disk's fsync rate drifted by %.1f", drift));
        }
        if (foreign > thresholds.foreign()) {
            reasons.add(String.format(Locale.ROOT, "others took %.0f %% of the processors", foreign * 100));
        }
        return reasons.isEmpty()
                ? List.of()
                : List.of("round " + (round + 1) + ", " + callers + " callers: " + String.join(", ", reasons));
    }

    private static double drift(List<Measured> turns) {
        double[] rates = turns.stream()
                .flatMapToDouble(turn ->
                        DoubleStream.of(turn.before().fsyncs(), turn.after().fsyncs()))
                .sorted()
                .toArray();
        return rates.length == 0 ? 1 : rates[rates.length - 1] / rates[0];
    }
}
