package dev.baton.local.issuer;

import dev.baton.local.state.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The clients as Spring Authorization Server wants them.
record Registrations(Credentials credentials, String console) {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    List<RegisteredClient> all() {
        List<RegisteredClient> all = new ArrayList<>();
        LocalClients.machines().forEach((id, scopes) -> all.add(machine(id, scopes)));
        DemoPerson.ALL.forEach(person -> all.add(machine(person.client(), LocalClients.scopesOf(person))));
        all.add(consoleClient());
        return all;
    }

    private RegisteredClient machine(String id, Set<String> scopes) {
        return client(id)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(wanted -> wanted.addAll(scopes))
                .build();
    }

    private RegisteredClient consoleClient() {
        return client(LocalClients.CONSOLE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(console + "/login/oauth2/code/baton")
                .postLogoutRedirectUri(console + "/")
                .scopes(wanted -> wanted.addAll(consoleScopes()))
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static Set<String> consoleScopes() {
        return Set.of(
                OidcScopes.OPENID, OidcScopes.PROFILE, "deals:read", "deals:write", "reports:read", "members:write");
    }

    /// The secret is random and long, so that hashing it would protect nothing.
    private RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + credentials.clientSecret(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build());
    }
}
