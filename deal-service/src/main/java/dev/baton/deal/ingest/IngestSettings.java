package dev.baton.deal.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param chunk lines of NDJSON that are in memory at once, and answered together
/// @param longestLine what one line of NDJSON may have
@ConfigurationProperties("baton.ingest")
public record IngestSettings(
        @DefaultValue("256") int chunk, @DefaultValue("1MB") DataSize longestLine) {

    public IngestSettings {
        if (chunk < 1) {
            throw new IllegalArgumentException("baton.ingest.chunk must be 1 or more");
        }
    }
}
