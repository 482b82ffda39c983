package dev.baton.deal.lanes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param count shares that are worked on at once, each with a database connection
/// @param share commands that are committed together, at most: more of them wait less often for the disk, but are
///     repeated one by one when one of them is refused
@ConfigurationProperties("baton.lanes")
public record LaneSettings(
        @DefaultValue("6") int count, @DefaultValue("64") int share) {

    public LaneSettings {
        if (count < 1 || share < 1) {
            throw new IllegalArgumentException("baton.lanes.count and baton.lanes.share must be 1 or more");
        }
    }
}
