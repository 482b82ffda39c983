package dev.baton.axon.kafka.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param heartbeat a comment goes out when nothing has happened for so long
/// @param longest after which a stream ends, so that whoever comes back shows a token that is still
///     good
@ConfigurationProperties("baton.feed")
public record FeedSettings(
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("30m") Duration longest) {

    public FeedSettings {
        if (!heartbeat.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException("baton.feed.heartbeat and baton.feed.longest must be positive");
        }
    }
}
