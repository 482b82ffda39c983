package dev.baton.benchmarks.run;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What a run found, as Markdown.
record Report(Results results, Steadiness steadiness, List<Goal> goals, List<String> notes) {

    String text() {
        return results.callers().stream().map(this::table).collect(Collectors.joining("\n")) + probes() + verdict()
                + notes.stream().map(note -> "\n- " + note).collect(Collectors.joining()) + "\n";
    }

    private String table(int callers) {
        Contestant first = results.contestants().getFirst();
        String unit = callers == 0 ? "events" : "commands";
        String heading = callers == 0 ? "Replay" : callers == 1 ? "1 caller" : callers + " callers";
        return "\n### " + heading + "\n\n| contender | " + unit + "/s | of " + first.name()
                + " (min / median / max) | p50 ms | p99 ms | CPU µs JVM | CPU µs PostgreSQL |\n"
                + "|---|---|---|---|---|---|---|\n"
                + results.contestants().stream()
                        .filter(contestant -> !results.of(contestant, callers).isEmpty())
                        .map(contestant -> row(contestant, first, callers))
                        .collect(Collectors.joining());
    }

    private String row(Contestant contestant, Contestant first, int callers) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %s | %s | %s | %s |%n",
                contestant.title(),
                results.spread(contestant, callers, turn -> turn.turn().rate()).median(),
                results.ratio(contestant, first, callers, turn -> turn.turn().rate()),
                millis(
                        callers,
                        results.spread(contestant, callers, turn -> turn.turn().p50())),
                millis(
                        callers,
                        results.spread(contestant, callers, turn -> turn.turn().p99())),
                Spread.digits(
                        results.spread(contestant, callers, Measured::jvmMicros).median()),
                postgres(contestant, callers));
    }

    private static String millis(int callers, Spread spread) {
        return callers == 0 ? "–" : Spread.digits(spread.median());
    }

    private String postgres(Contestant contestant, int callers) {
        List<Double> micros = results.of(contestant, callers).stream()
                .map(Measured::postgresMicros)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return micros.isEmpty()
                ? "not measured"
                : Spread.digits(Spread.of(micros).median());
    }

    private String probes() {
        Spread fsyncs = Spread.of(
                results.turns().stream().map(turn -> turn.after().fsyncs()).toList());
        Spread foreign = Spread.of(results.turns().stream()
                .filter(turn -> turn.foreign().isPresent())
                .map(turn -> turn.foreign().getAsDouble() * 100)
                .toList());
        return "\nBetween the turns (min / median / max): fsyncs a second " + fsyncs
                + "; processors used by others during a turn, % " + foreign + "\n";
    }

    private String verdict() {
        String disturbed = steadiness.disturbances().stream()
                .map(disturbance -> "\n- disturbed: " + disturbance)
                .collect(Collectors.joining());
        String outcome = steadiness.allowsVerdict()
                ? goals.stream()
                        .flatMap(goal -> goal.verdict(results).stream())
                        .map(sentence -> "\n- " + sentence)
                        .collect(Collectors.joining())
                : "\nNo verdict: the machine was not steady in "
                        + steadiness.disturbances().size() + " rounds, and at most " + steadiness.bearable()
                        + " may be disturbed.";
        return outcome + disturbed + "\n";
    }
}
