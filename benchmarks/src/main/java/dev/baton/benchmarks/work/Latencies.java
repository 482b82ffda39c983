package dev.baton.benchmarks.work;

import java.util.Arrays;

/// Durations of one caller, as they come.
final class Latencies {
    private long[] nanos = new long[1024];
    private int size;

    void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = duration;
    }

    private long[] kept() {
        return Arrays.copyOf(nanos, size);
    }

    /// All callers' durations, sorted.
    static long[] sorted(Iterable<Latencies> all) {
        int size = 0;
        for (Latencies one : all) {
            size += one.size;
        }
        long[] together = new long[size];
        int end = 0;
        for (Latencies one : all) {
            System.arraycopy(one.kept(), 0, together, end, one.size);
            end += one.size;
        }
        Arrays.sort(together);
        return together;
    }

    /// Nearest rank, in milliseconds; 0 when nothing was measured.
    static double percentile(long[] sorted, double percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)] / 1e6;
    }
}
