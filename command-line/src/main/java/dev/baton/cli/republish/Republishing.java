package dev.baton.cli.republish;

import dev.baton.cli.ops.TaskRefused;
import dev.baton.cli.ops.Tasks;
import java.io.IOException;

/// The order of the steps: both stand still; the log that holds both services' events in causal order goes first, the
/// other adds what that one had not read; then both go on.
///
/// Every step may be repeated, so a run that was killed is repeated from the first.
record Republishing(Tasks tasks, String deals, String roles, boolean force) {

    void run() throws IOException, InterruptedException {
        ask(deals, "hold", "holding deals");
        ask(roles, "hold", "holding roles");
        fill();
        ask(roles, "release", "releasing roles");
        ask(deals, "release", "releasing deals");
    }

    private void fill() throws IOException, InterruptedException {
        try {
            ask(roles, "send&force=" + force, "from roles");
        } catch (TaskRefused refused) {
            ask(roles, "release", "releasing roles");
            ask(deals, "release", "releasing deals");
            throw refused;
        }
        ask(deals, "send", "from deals");
    }

    private void ask(String service, String step, String label) throws IOException, InterruptedException {
        tasks.run(service, "republish", "?step=" + step, label);
    }
}
