package dev.baton.benchmarks.baton;

import dev.baton.axon.postgres.StreamAggregates;
import dev.baton.contract.EventCodec;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// A service as the real ones are wired, without its web.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BenchService {
    /// As many as deal-service keeps.
    private static final int DEALS_KEPT = 20_000;

    @Bean
    EventCodec eventCodec() {
        return new TransitionCodec();
    }

    @Bean
    ConfigurerModule deals() {
        return configurer -> configurer.configureAggregate(StreamAggregates.of(BenchDeal.class, DEALS_KEPT));
    }

    static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(BenchService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--baton.source=bench",
                        "--spring.datasource.url=" + database,
                        "--spring.flyway.locations=classpath:db/axon-postgres",
                        "--spring.threads.virtual.enabled=true",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
    }
}
