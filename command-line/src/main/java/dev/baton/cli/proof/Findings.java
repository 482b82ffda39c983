package dev.baton.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the proof counts and finds on its way.
final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Integer> acceptances = new TreeMap<>(Map.of("PERSON", 0, "POLICY", 0, "FORCED", 0));
    private int holdings;
    private int places;
    private int overrides;

    void add(Finding finding) {
        all.add(finding);
    }

    void held() {
        holdings++;
    }

    void handedOver(String acceptance) {
        acceptances.merge(acceptance, 1, Integer::sum);
    }

    void placed(boolean override) {
        places++;
        overrides += override ? 1 : 0;
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
