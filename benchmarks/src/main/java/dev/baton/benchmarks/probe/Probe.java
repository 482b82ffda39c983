package dev.baton.benchmarks.probe;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/// The machine while no contender works.
///
/// @param fsyncs a second
/// @param background share of all processors that others use or the host takes; empty where it is
///     not measured
public record Probe(double fsyncs, OptionalDouble background) {

    public static Probe of(FsyncRate disk) throws IOException {
        Optional<CpuTimes> before = CpuTimes.now();
        double own = ProcessCpu.of(ProcessHandle.current());
        double fsyncs = disk.perSecond();
        return new Probe(fsyncs, foreign(before, ProcessCpu.of(ProcessHandle.current()) - own));
    }

    /// @param ours processor seconds since then that are accounted for
    public static OptionalDouble foreign(Optional<CpuTimes> before, double ours) throws IOException {
        Optional<CpuTimes> now = CpuTimes.now();
        if (before.isEmpty() || now.isEmpty()) {
            return OptionalDouble.empty();
        }
        CpuTimes times = now.get().since(before.get());
        return times.total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, times.busy() - ours + times.stolen()) / times.total());
    }
}
