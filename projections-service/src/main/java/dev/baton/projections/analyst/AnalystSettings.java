package dev.baton.projections.analyst;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param user the login that may read the schema `analytics`; none when absent
/// @param password given to the login when this service creates it
@ConfigurationProperties("baton.analyst")
record AnalystSettings(@Nullable String user, @Nullable String password) {
    AnalystSettings {
        if (user != null && !user.isEmpty() && !user.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("baton.analyst.user must be lower-case letters, digits and _: " + user);
        }
    }
}
