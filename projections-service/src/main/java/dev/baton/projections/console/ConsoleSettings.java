package dev.baton.projections.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The console as a client of the OIDC issuer.
@ConfigurationProperties("baton.console")
record ConsoleSettings(
        @DefaultValue("console") String clientId,
        @DefaultValue("") String clientSecret) {}
