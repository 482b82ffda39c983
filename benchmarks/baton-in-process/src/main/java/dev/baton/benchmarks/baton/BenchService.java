package dev.baton.benchmarks.baton;

import dev.baton.contract.EventCodec;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// A service as the real ones are wired, without its web.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BenchDeal.class)
class BenchService {

    @Bean
    EventCodec eventCodec() {
        return new TransitionCodec();
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
