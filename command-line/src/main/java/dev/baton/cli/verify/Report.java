package dev.baton.cli.verify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one service's verification came to.
///
/// @param looked what was looked at, and how much of it
/// @param lastHash of its log's last commit
/// @param counts of every kind of finding; `findings` has the first of each
@JsonIgnoreProperties(ignoreUnknown = true)
record Report(
        String source,
        boolean clean,
        Map<String, Long> looked,
        @Nullable String lastHash,
        List<Count> counts,
        List<Finding> findings) {

    /// How many of a kind there are.
    record Count(String where, String fault, long count) {}

    /// One of them.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Finding(
            String where,
            String fault,
            @Nullable String subject,
            @Nullable String event,
            String place,
            String detail) {}
}
