package dev.baton.axon.kafka.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a service's verification came to.
///
/// @param source the service, by its CloudEvents source or its name
/// @param clean whether nothing at all was found
/// @param looked what was looked at and how much of it, for instance events and records
/// @param lastHash of the log's last commit in hexadecimal, worth noting elsewhere: that a log lost its end only a hash
///     that was noted before tells
/// @param counts of every kind of finding
/// @param findings the first of every kind
public record VerificationReport(
        String source,
        boolean clean,
        Map<String, Long> looked,
        @Nullable String lastHash,
        List<FindingCount> counts,
        List<Finding> findings) {}
