package dev.baton.benchmarks.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;

/// Processor seconds of a process, and of a server with all its children.
public final class ProcessCpu {
    private ProcessCpu() {}

    public static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /// With its children, those that are alive and those that ended: a backend that closed its
    /// connection is not forgotten. Empty where there is no `/proc`.
    public static OptionalDouble withChildren(ProcessHandle server) throws IOException {
        OptionalDouble own = seconds(server.pid());
        if (own.isEmpty()) {
            return own;
        }
        double sum = own.getAsDouble();
        for (ProcessHandle child : server.children().toList()) {
            sum += seconds(child.pid()).orElse(0);
        }
        return OptionalDouble.of(sum);
    }

    private static OptionalDouble seconds(long pid) throws IOException {
        try {
            return OptionalDouble.of(parsed(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
        } catch (NoSuchFileException notHereOrEnded) {
            return OptionalDouble.empty();
        }
    }

    /// Fields 14 and 15 are the process's own time, 16 and 17 that of its ended children; the second
    /// field, in brackets, may contain blanks.
    static double parsed(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / CpuTimes.TICKS_PER_SECOND;
    }
}
