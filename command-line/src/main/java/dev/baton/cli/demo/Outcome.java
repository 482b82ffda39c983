package dev.baton.cli.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What became of posted events.
///
/// @param replayed known from an earlier run; it has no second effect
/// @param parked arrived before what they build on
/// @param rejected the refusals, as the service words them
record Outcome(int applied, int replayed, int parked, List<String> rejected) {
    static final Outcome NONE = new Outcome(0, 0, 0, List.of());

    Outcome and(JsonNode item) {
        return switch (item.path("status").asString("")) {
            case "APPLIED" -> plus(new Outcome(1, 0, 0, List.of()));
            case "REPLAYED" -> plus(new Outcome(0, 1, 0, List.of()));
            case "PARKED" -> plus(new Outcome(0, 0, 1, List.of()));
            default -> plus(new Outcome(0, 0, 0, List.of(item.toString())));
        };
    }

    Outcome plus(Outcome other) {
        List<String> refusals = new ArrayList<>(rejected);
        refusals.addAll(other.rejected);
        return new Outcome(
                applied + other.applied, replayed + other.replayed, parked + other.parked, List.copyOf(refusals));
    }

    int total() {
        return applied + replayed + parked + rejected.size();
    }
}
