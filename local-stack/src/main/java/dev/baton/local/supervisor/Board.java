package dev.baton.local.supervisor;

import dev.baton.local.state.Health;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessIdentity;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// What is known of every process: told to whoever watches, and written to the state file at each
/// change.
final class Board {
    private final StateFile file;
    private final PrintStream out;
    private StackState state;

    Board(StateFile file, StackState state, PrintStream out) {
        this.file = file;
        this.state = state;
        this.out = out;
        write();
    }

    synchronized StackState state() {
        return state;
    }

    synchronized void phase(Phase next) {
        state = state.now(next);
        write();
    }

    synchronized void started(Part part, ProcessHandle process) {
        change(part, known -> known.started(ProcessIdentity.of(process)));
    }

    synchronized void ready(Part part, Duration took) {
        boolean again = health(part) == Health.DOWN;
        if (change(part, known -> known.now(Health.UP))) {
            say(
                    again
                            ? "%-24s answers again".formatted(part.name())
                            : "%-24s ready after %.1f s  %s"
                                    .formatted(part.name(), took.toMillis() / 1000.0, part.url()));
        }
    }

    synchronized void notReady(Part part) {
        if (health(part) == Health.UP) {
            change(part, known -> known.now(Health.DOWN));
            say("%-24s does not answer".formatted(part.name()));
        }
    }

    synchronized void failed(Part part, Exception reason) {
        say("%-24s did not start: %s".formatted(part.name(), reason.getMessage()));
    }

    synchronized void died(Part part, Duration pause) {
        change(part, ProcessState::died);
        say("%-24s ended, starting again in %.1f s (log: %s)"
                .formatted(part.name(), pause.toMillis() / 1000.0, part.log().path()));
    }

    synchronized void stopped(Part part) {
        change(part, ProcessState::stopped);
        say("%-24s stopped".formatted(part.name()));
    }

    void say(String line) {
        out.println(line);
    }

    private Health health(Part part) {
        return state.process(part.name()).map(ProcessState::health).orElse(Health.STARTING);
    }

    private boolean change(Part part, UnaryOperator<ProcessState> step) {
        StackState next = state.process(part.name())
                .map(known -> state.with(step.apply(known)))
                .orElse(state);
        boolean changed = !next.equals(state);
        if (changed) {
            state = next;
            write();
        }
        return changed;
    }

    private void write() {
        try {
            file.write(state);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file.path(), failure);
        }
    }
}
