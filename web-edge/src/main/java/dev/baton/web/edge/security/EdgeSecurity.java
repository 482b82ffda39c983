package dev.baton.web.edge.security;

import dev.baton.web.edge.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/// The last filter chain of every service: health, metrics and API documents are open, `/v1` and `/ops` need a
/// token, anything else is closed. A service with a page of its own brings a chain of a lower order for it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class EdgeSecurity {
    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"
    };
    private static final String[] GUARDED = {"/v1/**", "/ops/**"};

    static boolean isGuarded(String path) {
        return path.startsWith("/v1/") || path.startsWith("/ops/");
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokens(SecuritySettings settings) {
        return Tokens.decoder(settings);
    }

    @Bean
    @Order(1000)
    SecurityFilterChain door(HttpSecurity http, ProblemWriter writer) {
        Refusals refusals = new Refusals(writer);
        return http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.INCLUDE)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(GUARDED)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> {})
                        .authenticationEntryPoint(refusals::unauthenticated)
                        .accessDeniedHandler(refusals::denied))
                .exceptionHandling(failure -> failure.authenticationEntryPoint(refusals::unauthenticated)
                        .accessDeniedHandler(refusals::denied))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
