package dev.baton.local.issuer;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.baton.local.state.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/// An OIDC issuer for one machine: a demo person for each role, and clients for other systems,
/// analysts and operators. Anywhere else, Baton takes the tokens of whatever issuer is there.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(IssuerSettings.class)
@Import(IssuerSecurity.class)
public class LocalIssuer {

    /// Serves until the process ends.
    ///
    /// @param data the data directory
    /// @param address where it listens
    /// @param url the issuer as it stands in tokens
    /// @param console the console's URL
    public static void run(Path data, String address, int port, String url, String console) {
        // arguments come before the environment, whose SERVER_PORT is not meant for this process
        SpringApplication.run(
                LocalIssuer.class,
                "--server.address=" + address,
                "--server.port=" + port,
                // cookies do not know ports: the console on the same host has a session of its own
                "--server.servlet.session.cookie.name=BATON_ISSUER",
                "--spring.main.banner-mode=off",
                "--baton.issuer.url=" + url,
                "--baton.issuer.data=" + data,
                "--baton.issuer.console=" + console);
    }

    public static String urlAt(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.url()).build();
    }

    @Bean
    Credentials credentials(IssuerSettings settings) throws IOException {
        return settings.credentials();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IssuerSettings settings) throws IOException {
        return new ImmutableJWKSet<>(SigningKey.keptIn(settings.directory().signingKeyFile()));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    RegisteredClientRepository clients(Credentials credentials, IssuerSettings settings) {
        return new InMemoryRegisteredClientRepository(new Registrations(credentials, settings.console()).all());
    }

    @Bean
    UserDetailsService people(Credentials credentials) {
        List<UserDetails> people = DemoPerson.ALL.stream()
                .map(person -> User.withUsername(person.member())
                        .password("{noop}" + credentials.personPassword(person.member()))
                        .authorities(List.of())
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(people);
    }

    @Bean
    TokenClaims tokenClaims() {
        return new TokenClaims();
    }
}
