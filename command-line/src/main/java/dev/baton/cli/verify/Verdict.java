package dev.baton.cli.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What all services together came to.
record Verdict(List<Report> services) {

    @JsonProperty
    boolean clean() {
        return services.stream().allMatch(Report::clean);
    }

    long findings() {
        return services.stream()
                .flatMap(report -> report.counts().stream())
                .mapToLong(Report.Count::count)
                .sum();
    }
}
