package dev.baton.local.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process as the operating system knows it. Process ids are used again, so the start time tells
/// a recorded process from a stranger that was given its id later.
public record ProcessIdentity(long pid, Instant startedAt) {
    /// The system's clock may be corrected while a process runs, and its start time moves with it.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /// The process, if it still runs.
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
    }

    private boolean isThis(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }
}
