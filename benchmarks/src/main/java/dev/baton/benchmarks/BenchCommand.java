package dev.baton.benchmarks;

import dev.baton.benchmarks.run.AppendBench;
import dev.baton.benchmarks.run.Contestant;
import dev.baton.benchmarks.run.Launch;
import dev.baton.benchmarks.run.Outcome;
import dev.baton.benchmarks.run.Settings;
import dev.baton.benchmarks.run.Thresholds;
import dev.baton.benchmarks.visible.Stack;
import dev.baton.benchmarks.visible.UntilVisible;
import dev.baton.benchmarks.work.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./baton bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Baton beside the limit of this machine and beside its peers, by turns.",
        footer = {
            "",
            "Exits with 0 when there is a verdict, 3 when the machine was too unsteady for one, 1 when an",
            "invariant was broken. Nothing else should run on the machine meanwhile."
        })
final class BenchCommand implements Callable<Integer> {

    enum Part {
        APPEND,
        VISIBLE
    }

    @Option(
            names = "--only",
            split = ",",
            description = "${COMPLETION-CANDIDATES} (default: append, and visible when Baton is up)")
    List<Part> only = List.of();

    @Option(names = "--rounds", description = "each contender has a turn in each (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--seconds", description = "a turn lasts (default: ${DEFAULT-VALUE})")
    double seconds = 4;

    @Option(names = "--warm", description = "seconds before the first round (default: ${DEFAULT-VALUE})")
    double warm = 8;

    @Option(names = "--callers", split = ",", description = "sending at the same time (default: 1,64)")
    List<Integer> callers = List.of(1, 64);

    @Option(names = "--contenders", split = ",", description = "by name (default: all that are built)")
    List<String> contenders = List.of();

    @Option(
            names = "--fsync-drift",
            description = "fastest over slowest probe of a round that still counts" + " (default: ${DEFAULT-VALUE})")
    double fsyncDrift = Thresholds.USUAL.fsyncDrift();

    @Option(
            names = "--foreign-load",
            description = "share of the processors that others may use (default: ${DEFAULT-VALUE})")
    double foreignLoad = Thresholds.USUAL.foreign();

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
        int exit = 0;
        if (wanted(Part.APPEND)) {
            exit = Math.max(exit, append());
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
        Outcome outcome = AppendBench.run(settings(), selected(), Launch.packaged(home()), System.err);
        tell(Machine.heading("Appending", seconds) + outcome.report());
        return outcome.exitCode();
    }

    private int visible() throws Exception {
        try {
            tell("## Visible\n\n" + UntilVisible.measure(data, rounds, events));
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
                0,
                new Thresholds(fsyncDrift, foreignLoad, Thresholds.USUAL.disturbedShare()));
    }

    private List<Contestant> selected() {
        List<String> unknown = new ArrayList<>(contenders);
        unknown.removeAll(Contestant.APPENDING.stream().map(Contestant::name).toList());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no contender is called " + String.join(", ", unknown));
        }
        return Contestant.APPENDING.stream()
                .filter(contestant -> contenders.isEmpty() || contenders.contains(contestant.name()))
                .toList();
    }

    private void tell(String report) throws IOException {
        System.out.println(report);
        if (markdown != null) {
            Files.writeString(
                    markdown, report, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        }
    }
}
