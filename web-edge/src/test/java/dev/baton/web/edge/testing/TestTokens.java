package dev.baton.web.edge.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.security.converter.RsaKeyConverters;

/// Signs tokens that a service believes which is started with `baton.security.public-key=` [#PUBLIC_KEY].
public final class TestTokens {
    public static final String PUBLIC_KEY = "classpath:dev/baton/web/edge/testing/public.pem";

    private static final String EVERY_SCOPE = "deals:write events:write deals:read members:write reports:read ops";
    private static final PrivateKey KEY = fixedKey();

    private TestTokens() {}

    /// A person: the member id is also the subject.
    public static String member(String member, String... roles) {
        return signed(person(member, roles), KEY);
    }

    /// Another system with the given scopes.
    public static String client(String name, String... scopes) {
        return signed(claims(name).claim("scope", String.join(" ", scopes)), KEY);
    }

    /// Somebody with no more rights than their roles give.
    public static String person(String member, List<String> roles) {
        return signed(person(member, roles.toArray(String[]::new)).claim("scope", "deals:write deals:read"), KEY);
    }

    /// Good for so many seconds from now.
    public static String goodFor(int seconds, String member, String... roles) {
        return signed(
                person(member, roles).expirationTime(Date.from(Instant.now().plusSeconds(seconds))), KEY);
    }

    public static String expired(String member, String... roles) {
        return signed(person(member, roles).expirationTime(inMinutes(-10)), KEY);
    }

    /// Well-formed, but signed by somebody else.
    public static String foreign(String member, String... roles) {
        return signed(person(member, roles), strangersKey());
    }

    public static String forOtherAudience(String member, String... roles) {
        return signed(person(member, roles).audience("another-system"), KEY);
    }

    /// For a service that asks an issuer for its keys.
    public static String issuedBy(String issuer, String member, String... roles) {
        return signed(person(member, roles).issuer(issuer), KEY);
    }

    private static JWTClaimsSet.Builder person(String member, String... roles) {
        return claims(member)
                .claim("member", member)
                .claim("roles", List.of(roles))
                .claim("scope", EVERY_SCOPE);
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer("https://issuer.test")
                .audience("baton")
                .issueTime(inMinutes(-20))
                // whoever keeps one for a whole run of tests is not to be slower than it is good for
                .expirationTime(inMinutes(24 * 60));
    }

    private static Date inMinutes(int minutes) {
        return Date.from(Instant.now().plus(Duration.ofMinutes(minutes)));
    }

    private static String signed(JWTClaimsSet.Builder claims, PrivateKey key) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unsignable) {
            throw new IllegalStateException(unsignable);
        }
    }

    private static PrivateKey fixedKey() {
        try (InputStream pem = TestTokens.class.getResourceAsStream("private.pem")) {
            return Objects.requireNonNull(RsaKeyConverters.pkcs8().convert(Objects.requireNonNull(pem)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PrivateKey strangersKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
