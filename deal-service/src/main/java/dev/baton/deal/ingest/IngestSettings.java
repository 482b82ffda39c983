package dev.baton.deal.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param lanes deals that are worked on at once; about as many as the database pool has connections
/// @param chunk lines of NDJSON that are in memory at once, and answered together
/// @param longestLine what one line of NDJSON may have
@ConfigurationProperties("baton.ingest")
public record IngestSettings(
        @DefaultValue("16") int lanes,
        @DefaultValue("256") int chunk,
        @DefaultValue("1MB") DataSize longestLine) {

    public IngestSettings {
        if (lanes < 1 || chunk < 1) {
            throw new IllegalArgumentException("baton.ingest.lanes and baton.ingest.chunk must be 1 or more");
        }
    }
}
