package dev.baton.projections.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The console without its door, for tests that look at pages and not at the way to them.
@Configuration(proxyBeanMethods = false)
@Profile("open-console")
class OpenConsole {

    @Bean
    @Order(400)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher("/", "/deals", "/deals/**", "/console/**", "/assets/**", "/vendor/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }
}
