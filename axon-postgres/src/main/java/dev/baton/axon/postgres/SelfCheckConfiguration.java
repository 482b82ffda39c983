package dev.baton.axon.postgres;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class SelfCheckConfiguration {

    @Bean
    SelfCheck selfCheck(
            org.axonframework.config.Configuration axon,
            JdbcTemplate jdbc,
            ChainVerification chain,
            AxonPostgresSettings settings) {
        return new SelfCheck(axon, jdbc, chain, settings);
    }
}
