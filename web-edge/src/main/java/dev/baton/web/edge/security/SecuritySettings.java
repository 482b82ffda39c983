package dev.baton.web.edge.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/// Whose tokens are believed: exactly one of the two.
///
/// @param issuer URL of an OIDC issuer; its keys are fetched at the first request, so it may start later
/// @param publicKey PEM of an RSA key, for tests
@ConfigurationProperties("baton.security")
public record SecuritySettings(
        @Nullable String issuer, @Nullable Resource publicKey) {
    public SecuritySettings {
        if ((issuer == null || issuer.isBlank()) == (publicKey == null)) {
            throw new IllegalArgumentException(
                    "set baton.security.issuer (BATON_SECURITY_ISSUER) to the URL of the OIDC issuer"
                            + " (or, in tests, baton.security.public-key)");
        }
    }
}
