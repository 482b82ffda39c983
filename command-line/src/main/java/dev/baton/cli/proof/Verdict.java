package dev.baton.cli.proof;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the proof came to.
///
/// @param from the first moment that was judged, by when things happened; absent for the beginning
/// @param to the first moment after it; absent for the end of the log
/// @param deals that had a holder at some time of the period
/// @param carried deals that have a holder at the end of the period
/// @param unopened deals with the holder whom their first event names, which role-assignment-service
///     has not come to yet
/// @param holdings intervals in the order of the log, each begun by the fact that ends the one before
/// @param holdingsOfNoTime of these, begun and ended at one moment of the time of what happened
/// @param handOffs by acceptance: PERSON, POLICY, FORCED
/// @param places slots taken by people, `overrides` of them above capacity by a steward's or manager's word
public record Verdict(
        @Nullable Instant from,
        @Nullable Instant to,
        long deals,
        long carried,
        long unopened,
        long dealEvents,
        long roleEvents,
        int holdings,
        int holdingsOfNoTime,
        Map<String, Integer> handOffs,
        int people,
        int places,
        int overrides,
        List<Finding> findings) {

    @JsonProperty
    public boolean clean() {
        return findings.isEmpty();
    }

    /// In the order of the log.
    @JsonProperty
    public Clock logOrder() {
        return clock(List.of(Fault.GAP, Fault.ENDED_EARLY), List.of(Fault.TWO_HOLDERS, Fault.OLD_EPOCH));
    }

    /// In the time of what happened.
    @JsonProperty
    public Clock effectiveTime() {
        return clock(List.of(Fault.GAP_IN_TIME), List.of(Fault.OVERLAP_IN_TIME));
    }

    private Clock clock(List<Fault> gaps, List<Fault> overlaps) {
        return new Clock(holdings, count(gaps), count(overlaps));
    }

    private long count(List<Fault> faults) {
        return findings.stream()
                .filter(finding -> faults.contains(finding.fault()))
                .count();
    }

    /// @param intervals holdings
    record Clock(int intervals, long gaps, long overlaps) {}
}
