package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import dev.baton.web.edge.EdgeAutoConfiguration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A service as the real ones are wired: a codec, a source, a database.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = EdgeAutoConfiguration.class)
@Import(Counter.class)
class TestService {
    static {
        // Tests break connections. A pool that hands one out again unseen, as it does with what was used half a second
        // ago, would have the next caller stumble over it, or not, as the machine is fast or slow.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    @Bean
    EventCodec eventCodec() {
        return new CounterCodec();
    }

    static ConfigurableApplicationContext start(String url, Map<String, ?> settings, Class<?>... more) {
        Map<String, Object> properties = new TreeMap<>(Map.of(
                "baton.source", "counter-service",
                "spring.datasource.url", url,
                "spring.flyway.locations", "classpath:db/axon-postgres",
                "spring.main.web-application-type", "none",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn"));
        properties.putAll(settings);
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(TestService.class).sources(more).run(arguments);
    }

    static ConfigurableApplicationContext start(String url, Class<?>... more) {
        return start(url, Map.of(), more);
    }
}
