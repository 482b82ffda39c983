package dev.baton.deal.lanes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param count deals that are worked on at once: more of them share a commit, and read what they need side by side
@ConfigurationProperties("baton.lanes")
public record LaneSettings(@DefaultValue("64") int count) {

    public LaneSettings {
        if (count < 1) {
            throw new IllegalArgumentException("baton.lanes.count must be 1 or more");
        }
    }
}
