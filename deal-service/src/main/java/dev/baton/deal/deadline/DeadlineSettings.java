package dev.baton.deal.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param every how long after its time something may still wait
/// @param atOnce how many deals are looked at in one round
@ConfigurationProperties("baton.deal.deadlines")
public record DeadlineSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("200") int atOnce) {}
