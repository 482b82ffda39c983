package dev.baton.benchmarks.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Both contenders warm, taking turns, the first alternating; compared round by round, since the
/// machine's speed drifts.
record Rounds(String limit, String contender, List<Round> rounds) {

    record Round(Sample limit, Sample contender) {
        double ratio(int percent) {
            return contender.percentile(percent) / limit.percentile(percent);
        }
    }

    static Rounds run(Contender limit, Contender contender, int rounds, int events) throws Exception {
        Sample.of(limit, events);
        Sample.of(contender, events);
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(i % 2 == 0 ? inOrder(limit, contender, events) : reversed(limit, contender, events));
        }
        return new Rounds(limit.name(), contender.name(), measured);
    }

    private static Round inOrder(Contender limit, Contender contender, int events) throws Exception {
        Sample first = Sample.of(limit, events);
        return new Round(first, Sample.of(contender, events));
    }

    private static Round reversed(Contender limit, Contender contender, int events) throws Exception {
        Sample first = Sample.of(contender, events);
        return new Round(Sample.of(limit, events), first);
    }

    String report() {
        return """
                | contender | median ms | p99 ms |
                |---|---|---|
                %s%s
                Ratio to the limit, round by round (min / median / max): median %s, p99 %s
                """.formatted(
                        row(limit, Round::limit),
                        row(contender, Round::contender),
                        spread(round -> round.ratio(50)),
                        spread(round -> round.ratio(99)));
    }

    private String row(String name, java.util.function.Function<Round, Sample> side) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f |%n",
                name,
                median(round -> side.apply(round).percentile(50)),
                median(round -> side.apply(round).percentile(99)));
    }

    private double median(ToDoubleFunction<Round> figure) {
        return sorted(figure)[rounds.size() / 2];
    }

    private String spread(ToDoubleFunction<Round> figure) {
        double[] sorted = sorted(figure);
        return String.format(
                Locale.ROOT, "%.1f / %.1f / %.1f", sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    private double[] sorted(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }
}
