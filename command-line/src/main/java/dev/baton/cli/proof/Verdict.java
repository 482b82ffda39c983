package dev.baton.cli.proof;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// What the proof came to.
///
/// @param carried deals that have a holder at the end of the log
/// @param unopened deals with the holder whom their first event names, which role-assignment-service
///     has not come to yet
/// @param handOffs by acceptance: PERSON, POLICY, FORCED
/// @param places slots taken by people, `overrides` of them above capacity by a steward's or manager's word
public record Verdict(
        long deals,
        long carried,
        long unopened,
        long dealEvents,
        long roleEvents,
        int holdings,
        Map<String, Integer> handOffs,
        int people,
        int places,
        int overrides,
        List<Finding> findings) {

    @JsonProperty
    public boolean clean() {
        return findings.isEmpty();
    }
}
