package dev.baton.cli.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What all services together came to.
///
/// @param unanswered why a service said nothing; whatever it would have found is not known
record Verdict(List<Report> services, List<String> unanswered) {

    @JsonProperty
    boolean clean() {
        return unanswered.isEmpty() && services.stream().allMatch(Report::clean);
    }

    int exitCode() {
        return unanswered.isEmpty() ? clean() ? 0 : 1 : 2;
    }

    long findings() {
        return services.stream()
                .flatMap(report -> report.counts().stream())
                .mapToLong(Report.Count::count)
                .sum();
    }
}
