package dev.baton.web.edge.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/// Which tokens are good: signed by the issuer, in time, and meant for Baton.
final class Tokens {
    private static final String AUDIENCE = "baton";

    private Tokens() {}

    static JwtDecoder decoder(SecuritySettings settings) {
        String issuer = settings.issuer();
        Resource key = settings.publicKey();
        return key != null ? ofKey(key) : new SupplierJwtDecoder(() -> ofIssuer(String.valueOf(issuer)));
    }

    private static JwtDecoder ofIssuer(String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        decoder.setJwtValidator(forBaton(JwtValidators.createDefaultWithIssuer(issuer)));
        return decoder;
    }

    private static JwtDecoder ofKey(Resource pem) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(read(pem)).build();
        decoder.setJwtValidator(forBaton(JwtValidators.createDefault()));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> forBaton(OAuth2TokenValidator<Jwt> usual) {
        return new DelegatingOAuth2TokenValidator<>(
                usual,
                new JwtClaimValidator<@Nullable Collection<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)));
    }

    private static RSAPublicKey read(Resource pem) {
        try (InputStream in = pem.getInputStream()) {
            return RsaKeyConverters.x509().convert(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + pem, unreadable);
        }
    }
}
