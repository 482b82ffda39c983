package dev.baton.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the proof counts and finds on its way.
///
/// Only what lies in the period is counted, by when it happened. A finding is left out only when
/// neither when it happened nor when it was stored lies in the period; what has no moment, like a
/// hole in a log, always counts.
final class Findings {
    private final Period period;
    private final List<Finding> all = new ArrayList<>();
    private @Nullable LogEvent now;
    private final Map<String, Integer> acceptances = new TreeMap<>(Map.of("PERSON", 0, "POLICY", 0, "FORCED", 0));
    private int holdings;
    private int places;
    private int overrides;
    private int noTime;

    Findings(Period period) {
        this.period = period;
    }

    /// What is counted and found from here on is about this event; absent for what the end of the log shows.
    void at(@Nullable LogEvent event) {
        now = event;
    }

    void add(Finding finding) {
        LogEvent event = now;
        if (event == null
                || finding.fault().ofTheLog()
                || period.contains(event.time())
                || period.contains(event.recorded())) {
            all.add(finding);
        }
    }

    private int one() {
        LogEvent event = now;
        return event == null || period.contains(event.time()) ? 1 : 0;
    }

    void held() {
        holdings += one();
    }

    void handedOver(String acceptance) {
        acceptances.merge(acceptance, one(), Integer::sum);
    }

    void placed(boolean override) {
        places += one();
        overrides += override ? one() : 0;
    }

    /// A holding began and the one before ended at the very same moment.
    void heldForNoTime() {
        noTime += one();
    }

    int noTime() {
        return noTime;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    Map<String, Integer> acceptances() {
        return Map.copyOf(acceptances);
    }

    int holdings() {
        return holdings;
    }

    int places() {
        return places;
    }

    int overrides() {
        return overrides;
    }
}
