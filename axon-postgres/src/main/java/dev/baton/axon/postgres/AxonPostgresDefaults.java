package dev.baton.axon.postgres;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Defaults that every service on this store needs; its own properties win.
final class AxonPostgresDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // A handler's watchdog threads cost more than the handlers, and interrupting a commit helps nobody.
            Map.entry("axon.timeout.enabled", "false"),
            // Axon phones home otherwise.
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("axon.axonserver.enabled", "false"),
            // A command waits for its aggregate without holding a connection.
            Map.entry("spring.datasource.connection-fetch", "lazy"),
            Map.entry("spring.datasource.hikari.maximum-pool-size", "16"),
            Map.entry("spring.datasource.hikari.connection-timeout", "10000"),
            // A process that stops in the middle of an append would hold the log for everybody.
            Map.entry(
                    "spring.datasource.hikari.data-source-properties.options",
                    "-c idle_in_transaction_session_timeout=10s"),
            Map.entry("spring.flyway.out-of-order", "true"),
            Map.entry("db-scheduler.delay-startup-until-context-ready", "true"),
            Map.entry("db-scheduler.immediate-execution-enabled", "true"),
            Map.entry("db-scheduler.polling-interval", "1s"),
            Map.entry("db-scheduler.threads", "4"),
            // Whoever was killed at a task is taken for dead after half a minute, and not after half an hour: until
            // then nobody else goes on with it.
            Map.entry("db-scheduler.heartbeat-interval", "5s"),
            Map.entry("db-scheduler.missed-heartbeats-limit", "6"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("axon-postgres defaults", DEFAULTS));
    }
}
