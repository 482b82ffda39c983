package dev.baton.web.edge.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who is asking, as the token says: a person or another system. A controller takes it as an argument.
///
/// @param name the token's `sub`
/// @param member the member id of a person, absent for another system
/// @param roles the person's roles in the sales department, for instance `ACCOUNT_EXECUTIVE`
/// @param scopes what the token is good for, for instance `deals:write`
public record Actor(String name, @Nullable String member, Set<String> roles, Set<String> scopes) {
    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    static Actor of(Jwt token) {
        return new Actor(
                String.valueOf(token.getSubject()),
                token.getClaimAsString("member"),
                words(token.getClaim("roles")),
                words(token.getClaim("scope")));
    }

    /// Who goes on record as the one who did it: the member, else the system's name.
    public String id() {
        return member == null ? name : member;
    }

    /// Scopes come as one string with spaces (RFC 8693) or as a list, depending on the issuer.
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toSet());
            default ->
                Arrays.stream(claim.toString().split(" "))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
        };
    }
}
