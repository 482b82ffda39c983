package dev.baton.local.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// What Baton's services read in a token: audience, member, roles, and scopes in one string.
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String AUDIENCE = "baton";
    private static final String ACCESS_TOKEN = "access_token";

    @Override
    public void customize(JwtEncodingContext context) {
        Optional<DemoPerson> person = personOf(context);
        person.ifPresent(known -> describe(context, known));
        if (context.getTokenType().getValue().equals(ACCESS_TOKEN)) {
            context.getClaims().audience(List.of(AUDIENCE)).claim("scope", String.join(" ", scopes(context, person)));
        }
    }

    private static Optional<DemoPerson> personOf(JwtEncodingContext context) {
        return byClient(context)
                ? LocalClients.personOfClient(context.getRegisteredClient().getClientId())
                : Optional.ofNullable(context.<Authentication>getPrincipal())
                        .map(Authentication::getName)
                        .flatMap(LocalClients::personOfMember);
    }

    private static void describe(JwtEncodingContext context, DemoPerson person) {
        context.getClaims()
                .subject(person.member())
                .claim("name", person.name())
                .claim("preferred_username", person.member())
                .claim("member", person.member())
                .claim("roles", List.of(person.role()));
    }

    /// In a browser the client asks for everything; a person gets what is theirs.
    private static Set<String> scopes(JwtEncodingContext context, Optional<DemoPerson> person) {
        Set<String> scopes = new TreeSet<>(context.getAuthorizedScopes());
        if (byClient(context) && scopes.isEmpty()) {
            scopes.addAll(context.getRegisteredClient().getScopes());
        }
        person.ifPresent(known -> scopes.removeIf(
                scope -> scope.contains(":") && !LocalClients.scopesOf(known).contains(scope)));
        return scopes;
    }

    private static boolean byClient(JwtEncodingContext context) {
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    }
}
