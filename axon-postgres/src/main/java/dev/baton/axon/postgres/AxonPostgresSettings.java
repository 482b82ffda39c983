package dev.baton.axon.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param source the CloudEvents source of the events that this service makes
/// @param allowUnsafeDurability start although the database may lose commits that it confirmed; for
///     throw-away data
/// @param logPollInterval how late an append of another process may be seen
@ConfigurationProperties("baton")
record AxonPostgresSettings(
        String source,
        @DefaultValue("false") boolean allowUnsafeDurability,
        @DefaultValue("200ms") Duration logPollInterval,
        @DefaultValue GroupCommitSettings groupCommit) {

    AxonPostgresSettings {
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("baton.source must name the service, for instance deal-service");
        }
    }
}
