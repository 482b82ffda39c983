package dev.baton.benchmarks.visible;

import java.util.Arrays;

/// Durations of one contender in one round, in milliseconds, sorted.
@SuppressWarnings("ArrayRecordComponent")
record Sample(double[] millis) {

    static Sample of(Contender contender, int events) throws Exception {
        double[] millis = new double[events];
        for (int i = 0; i < events; i++) {
            long begin = System.nanoTime();
            contender.once();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Sample(millis);
    }

    /// Nearest rank.
    double percentile(int percent) {
        return millis[Math.max(0, (int) Math.ceil(percent / 100.0 * millis.length) - 1)];
    }
}
