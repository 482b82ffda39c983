package dev.baton.projections.console;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/// Asks the issuer where its endpoints are when the first person signs in, so that the console may start before it.
final class IssuerRegistration implements ClientRegistrationRepository {
    static final String ID = "baton";

    private final String issuer;
    private final ConsoleSettings settings;
    private volatile @Nullable ClientRegistration found;

    IssuerRegistration(String issuer, ConsoleSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!ID.equals(registrationId)) {
            return null;
        }
        ClientRegistration known = found;
        return known == null ? discover() : known;
    }

    private ClientRegistration discover() {
        ClientRegistration discovered = ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .build();
        found = discovered;
        return discovered;
    }
}
