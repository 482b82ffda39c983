package dev.baton.roles.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// How much one person carries in one role. The peak is the most at once in the order of the log, which is what places
/// are given by; the mean is over the time of what happened.
final class LoadMeter {
    private final Period period;
    private final TreeMap<Instant, Integer> changes = new TreeMap<>();
    private int load;
    private int peak;

    LoadMeter(Period period) {
        this.period = period;
    }

    void change(int now, Instant at) {
        if (now == load) {
            return;
        }
        if (period.contains(at)) {
            peak = Math.max(peak, Math.max(now, load));
        }
        changes.merge(at, now - load, Integer::sum);
        load = now;
    }

    int peak() {
        return peak;
    }

    /// At the end of the history.
    int last() {
        return load;
    }

    Instant first() {
        return changes.isEmpty() ? Instant.MAX : changes.firstKey();
    }

    Instant latest() {
        return changes.isEmpty() ? Instant.MIN : changes.lastKey();
    }

    /// Weighted by time between two moments; 0 when there is no time between them.
    double mean(Instant from, Instant to) {
        double area = 0;
        int carried = 0;
        Instant since = from;
        for (Map.Entry<Instant, Integer> change : changes.headMap(to, true).entrySet()) {
            Instant at = change.getKey().isBefore(from) ? from : change.getKey();
            area += carried * seconds(since, at);
            carried += change.getValue();
            since = at;
        }
        area += carried * seconds(since, to);
        double all = seconds(from, to);
        return all <= 0 ? 0 : area / all;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
