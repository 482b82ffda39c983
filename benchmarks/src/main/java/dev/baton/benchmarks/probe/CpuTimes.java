package dev.baton.benchmarks.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The machine's processors since its start, in seconds of one processor. Linux alone.
///
/// @param stolen taken by the host for other machines
public record CpuTimes(double total, double busy, double stolen) {
    private static final Path STAT = Path.of("/proc/stat");
    /// What the kernel counts in, on every Linux that Java runs on.
    static final double TICKS_PER_SECOND = 100;

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int STOLEN = 7;

    public static Optional<CpuTimes> now() throws IOException {
        if (!Files.isReadable(STAT)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(STAT)) {
            return lines.findFirst().map(CpuTimes::parsed);
        }
    }

    /// `cpu user nice system idle iowait irq softirq steal guest guest_nice`; user contains guest.
    static CpuTimes parsed(String line) {
        double[] seconds = Arrays.stream(line.strip().split("\\s+"))
                .skip(1)
                .limit(STOLEN + 1)
                .mapToDouble(ticks -> Long.parseLong(ticks) / TICKS_PER_SECOND)
                .toArray();
        double total = Arrays.stream(seconds).sum();
        return new CpuTimes(
                total, total - seconds[IDLE] - seconds[WAITING_FOR_DISK] - seconds[STOLEN], seconds[STOLEN]);
    }

    public CpuTimes since(CpuTimes before) {
        return new CpuTimes(total - before.total, busy - before.busy, stolen - before.stolen);
    }
}
