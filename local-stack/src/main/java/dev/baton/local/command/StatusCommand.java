package dev.baton.local.command;

import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what runs where.
@Command(
        name = "status",
        description = "Says what runs where, its process and its health.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is up", "1:something is not", "3:Baton is not running"})
public final class StatusCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;

    enum Output {
        text,
        json
    }

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Output output = Output.text;

    @Override
    public Integer call() throws IOException {
        Optional<StackState> recorded = new StateFile(data.directory().stateFile()).read();
        if (recorded.isEmpty()) {
            System.err.println("Baton was never started on " + data.directory().root() + ".");
            return NOT_RUNNING;
        }
        StackState state = present(recorded.get());
        System.out.print(output == Output.json ? StateFile.text(state) : table(state));
        if (!state.supervised()) {
            return NOT_RUNNING;
        }
        return state.healthy() ? 0 : 1;
    }

    /// What a killed supervisor recorded last is not what is.
    private static StackState present(StackState recorded) {
        if (recorded.supervised()) {
            return recorded;
        }
        StackState now = recorded.now(Phase.STOPPED);
        for (ProcessState process : recorded.processes()) {
            now = now.with(process.stopped());
        }
        return now;
    }

    private static String table(StackState state) {
        StringBuilder text = new StringBuilder(
                "Baton is " + state.phase().name().toLowerCase(Locale.ROOT) + " (" + state.data() + ")\n");
        state.processes().forEach(process -> text.append(line(process)));
        return text.append("%-24s %s%n".formatted("analysts", state.analytics()))
                .toString();
    }

    private static String line(ProcessState process) {
        String pid = process.process() == null ? "-" : "" + process.process().pid();
        return "%-24s %-8s pid %-8s restarts %-3d %s%n"
                .formatted(process.name(), process.health(), pid, process.restarts(), process.url());
    }
}
