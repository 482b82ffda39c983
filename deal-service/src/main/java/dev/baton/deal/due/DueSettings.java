package dev.baton.deal.due;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param every how long after its day has begun a deal may still rest
@ConfigurationProperties("baton.deal.due")
public record DueSettings(@DefaultValue("10s") Duration every) {}
