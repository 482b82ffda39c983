package dev.baton.local.state;

import org.jspecify.annotations.Nullable;

/// One supervised process, as `baton status` shows it.
///
/// @param url where it is reached: http, jdbc, or host:port for Kafka
/// @param process absent before its first start and after its end
/// @param restarts how often it died and was started again
/// @param log the file that its output goes to
public record ProcessState(
        String name,
        String url,
        int port,
        Health health,
        @Nullable ProcessIdentity process,
        int restarts,
        String log) {

    public ProcessState started(ProcessIdentity identity) {
        return new ProcessState(name, url, port, Health.STARTING, identity, restarts, log);
    }

    public ProcessState now(Health seen) {
        return new ProcessState(name, url, port, seen, process, restarts, log);
    }

    public ProcessState died() {
        return new ProcessState(name, url, port, Health.DOWN, null, restarts + 1, log);
    }

    public ProcessState stopped() {
        return new ProcessState(name, url, port, Health.STOPPED, null, restarts, log);
    }
}
