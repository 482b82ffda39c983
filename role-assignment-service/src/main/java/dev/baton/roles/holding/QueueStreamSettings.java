package dev.baton.roles.holding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param items how much of a queue is shown: the first so many
/// @param perMember how many streams of one queue there may be, in this instance
/// @param total how many streams there may be, in this instance
/// @param settle changes that follow each other within so long are told together, after one look at the database
/// @param heartbeat a comment goes out when nothing has happened for so long
/// @param longest after which a stream ends, so that whoever comes back shows a token that is still good
@ConfigurationProperties("baton.queue-streams")
public record QueueStreamSettings(
        @DefaultValue("200") int items,
        @DefaultValue("5") int perMember,
        @DefaultValue("1000") int total,
        @DefaultValue("100ms") Duration settle,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("30m") Duration longest) {}
