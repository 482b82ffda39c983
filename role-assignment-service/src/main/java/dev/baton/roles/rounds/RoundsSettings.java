package dev.baton.roles.rounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param every how long an offer may stand after its time, and a deal wait after its holder has gone
/// @param absence who is away for longer hands on what they hold; the credit stays with them where
///     the policy delegates
@ConfigurationProperties("baton.rounds")
public record RoundsSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("14d") Duration absence) {}
