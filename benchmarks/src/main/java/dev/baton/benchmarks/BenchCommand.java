package dev.baton.benchmarks;

import dev.baton.benchmarks.run.AppendBench;
import dev.baton.benchmarks.run.Contestant;
import dev.baton.benchmarks.run.Launch;
import dev.baton.benchmarks.run.Outcome;
import dev.baton.benchmarks.run.ReplayBench;
import dev.baton.benchmarks.run.Settings;
import dev.baton.benchmarks.run.Thresholds;
import dev.baton.benchmarks.visible.Stack;
import dev.baton.benchmarks.visible.UntilVisible;
import dev.baton.benchmarks.work.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./baton bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Baton beside the limit of this machine and beside its peers, by turns.",
            "",
            "append   commands made durable: plain JDBC with and without group commit, Baton in process",
            "         and over HTTP, Axon as it comes and tuned, Apache Pekko",
            "replay   a read model rebuilt: cursor, parse and COPY; Baton; Axon's processor; Pekko's projection",
            "visible  from a POST to the row, on a stack that runs (./baton up --detach)",
            ""
        },
        footer = {
            "",
            "Exits with 0 when there is a verdict, 3 when the machine was too unsteady for one, 1 when an",
            "invariant was broken. Nothing else should run on the machine meanwhile: append takes about 7",
            "minutes, replay about 5. It brings its own PostgreSQL, and Kafka and issuer where they are needed."
        })
final class BenchCommand implements Callable<Integer> {

    enum Part {
        APPEND,
        REPLAY,
        VISIBLE
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            description = "append, replay or visible (default: append and replay, and visible when Baton is up)")
    List<Part> only = List.of();

    @Option(names = "--rounds", description = "each contender has a turn in each (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(
            names = "--seconds",
            description = "a turn of append lasts, and a turn of replay at most (default: ${DEFAULT-VALUE})")
    double seconds = 4;

    @Option(names = "--warm", description = "seconds before the first round (default: ${DEFAULT-VALUE})")
    double warm = 8;

    @Option(names = "--callers", split = ",", description = "sending at the same time (default: 1,64)")
    List<Integer> callers = List.of(1, 64);

    @Option(names = "--log", description = "events in the log that is replayed (default: ${DEFAULT-VALUE})")
    long log = 200_000;

    @Option(
            names = "--contenders",
            split = ",",
            description = {
                "by name (default: all that are built)",
                "append: floor, single, baton, http, axon, axon-tuned, pekko",
                "replay: copy, rebuild, rebuild-all, axon-processor, pekko-projection"
            })
    List<String> contenders = List.of();

    @Option(
            names = "--fsync-drift",
            description = "fastest over slowest probe of a round that still counts (default: ${DEFAULT-VALUE})")
    double fsyncDrift = Thresholds.USUAL.fsyncDrift();

    @Option(
            names = "--foreign-load",
            description = "share of the processors that others may use (default: ${DEFAULT-VALUE})")
    double foreignLoad = Thresholds.USUAL.foreign();

    @Option(names = "--record", description = "also append the report to benchmarks/RESULTS.md")
    boolean record;

    @Option(names = "--markdown", description = "also append the report to this file")
    @Nullable
    Path markdown;

    @Option(names = "--scratch", description = "for the run's own PostgreSQL (default: benchmarks/target/bench)")
    Path scratch = home().resolve("benchmarks/target/bench");

    @Option(names = "--data", description = "data directory of the running stack, for 'visible' (default: ./data)")
    Path data = home().resolve("data");

    @Option(names = "--events", description = "events per turn of 'visible' (default: ${DEFAULT-VALUE})")
    int events = 200;

    private static Path home() {
        return Path.of(System.getProperty("baton.home", ".")).toAbsolutePath().normalize();
    }

    @Override
    public Integer call() throws Exception {
        refuseUnknownContenders();
        int exit = 0;
        if (wanted(Part.APPEND)) {
            exit = Math.max(exit, append());
        }
        if (wanted(Part.REPLAY)) {
            exit = Math.max(exit, replay());
        }
        if (wanted(Part.VISIBLE)) {
            exit = Math.max(exit, visible());
        }
        return exit;
    }

    private boolean wanted(Part part) {
        return only.isEmpty() || only.contains(part);
    }

    private int append() throws Exception {
        List<Contestant> selected = selected(Contestant.APPENDING);
        if (selected.isEmpty()) {
            return 0;
        }
        Outcome outcome = AppendBench.run(settings(), selected, Launch.packaged(home()), System.err);
        tell(Machine.heading("Appending", home(), "turns of " + seconds + " s") + outcome.report());
        return outcome.exitCode();
    }

    private int replay() throws Exception {
        List<Contestant> selected = selected(Contestant.REPLAYING);
        if (selected.isEmpty()) {
            return 0;
        }
        Outcome outcome = ReplayBench.run(settings(), selected, Launch.packaged(home()), System.err);
        tell(Machine.heading(
                        "Replay",
                        home(),
                        String.format(Locale.ROOT, "a log of %,d events, turns of %s s at most", log, seconds))
                + outcome.report());
        return outcome.exitCode();
    }

    private int visible() throws Exception {
        try {
            String report = UntilVisible.measure(data, rounds, events);
            tell(Machine.heading("Visible", home(), rounds + " rounds of " + events + " events") + "\n" + report);
            return 0;
        } catch (Stack.NotRunning absent) {
            System.err.println(absent.getMessage());
            return only.isEmpty() ? 0 : 2;
        }
    }

    private Settings settings() {
        return new Settings(
                home(),
                scratch.toAbsolutePath(),
                rounds,
                seconds,
                warm,
                callers,
                Place.USUAL_DEALS_AT_ONCE,
                log,
                new Thresholds(fsyncDrift, foreignLoad, Thresholds.USUAL.disturbedShare()));
    }

    private void refuseUnknownContenders() {
        Set<String> known = Stream.concat(Contestant.APPENDING.stream(), Contestant.REPLAYING.stream())
                .map(Contestant::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> unknown =
                contenders.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "no contender is called " + String.join(", ", unknown) + "; there are " + String.join(", ", known));
        }
    }

    private List<Contestant> selected(List<Contestant> all) {
        return all.stream()
                .filter(contestant -> contenders.isEmpty() || contenders.contains(contestant.name()))
                .toList();
    }

    private void tell(String report) throws IOException {
        System.out.println(report);
        if (markdown != null) {
            append(markdown, report);
        }
        if (record) {
            append(home().resolve("benchmarks/RESULTS.md"), report);
        }
    }

    private static void append(Path file, String report) throws IOException {
        Files.writeString(file, report, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
