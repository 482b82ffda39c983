package dev.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.run.AppendBench;
import dev.baton.benchmarks.run.Contestant;
import dev.baton.benchmarks.run.Launch;
import dev.baton.benchmarks.run.Outcome;
import dev.baton.benchmarks.run.Settings;
import dev.baton.benchmarks.run.Thresholds;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole run, as short as it can be: the report's figures mean nothing here.
class RunTest {
    private static final Thresholds ANYTHING = new Thresholds(1e9, 1e9, 0);
    private static final Thresholds NOTHING = new Thresholds(0, 0, 0);
    private static final Launch FROM_THIS_CLASS_PATH = room -> {
        List<String> command = Launch.java();
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Benchmarks.class.getName(), "worker"));
        return command;
    };

    @TempDir
    Path scratch;

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void workers_take_turns_and_what_they_acknowledged_is_checked() throws Exception {
        Outcome outcome = run(2, List.of(1, 2), ANYTHING);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.report())
                .contains("### 1 caller", "### 2 callers", "plain JDBC, single transactions")
                .contains("floor: ", "events, every acknowledged one is there once")
                .doesNotContain("BROKEN", "No verdict");
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .containsSubsequence("round 1, 1 callers: floor", "round 1, 1 callers: single")
                .containsSubsequence("round 2, 1 callers: single", "round 2, 1 callers: floor");
    }

    @Test
    void an_unsteady_machine_gets_figures_and_no_verdict() throws Exception {
        Outcome outcome = run(1, List.of(1), NOTHING);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.report())
                .contains("| plain JDBC, group commit", "No verdict")
                .doesNotContain("met:");
    }

    private Outcome run(int rounds, List<Integer> callers, Thresholds thresholds) throws Exception {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Settings settings = new Settings(home, scratch, rounds, 0.2, 0.2, callers, 100, 0, thresholds);
        return AppendBench.run(
                settings,
                Contestant.APPENDING.stream()
                        .filter(contestant -> contestant.room().equals("benchmarks") && !contestant.grounded())
                        .toList(),
                FROM_THIS_CLASS_PATH,
                new PrintStream(progress, true, StandardCharsets.UTF_8));
    }
}
