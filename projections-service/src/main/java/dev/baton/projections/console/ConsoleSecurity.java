package dev.baton.projections.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/// The console's own door: people sign in at the issuer by authorization code and have a session; the API beside it
/// keeps to bearer tokens.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${baton.security.issuer:}'.isEmpty()")
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleSecurity {
    private static final String SIGN_IN = "/oauth2/authorization/" + IssuerRegistration.ID;

    /// Only what the page itself brings may run in it; sizes of bars are inline styles.
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    @Bean
    ClientRegistrationRepository issuerRegistration(
            @Value("${baton.security.issuer}") String issuer, ConsoleSettings settings) {
        return new IssuerRegistration(issuer, settings);
    }

    @Bean
    @Order(500)
    SecurityFilterChain consoleDoor(HttpSecurity http, ClientRegistrationRepository issuer) {
        return http.securityMatcher(ConsolePaths.ALL)
                .authorizeHttpRequests(paths -> paths.requestMatchers(ConsolePaths.OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(SIGN_IN))
                .logout(logout -> logout.logoutSuccessHandler(backTo(issuer)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                (request, response, why) -> reload(response), ConsoleSecurity::byHtmx)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    private static LogoutSuccessHandler backTo(ClientRegistrationRepository issuer) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    private static boolean byHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /// A part of a page cannot sign anybody in: the page is loaded again, and sends them to the issuer.
    private static void reload(HttpServletResponse response) {
        response.setHeader("HX-Refresh", "true");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
