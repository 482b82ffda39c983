package dev.baton.benchmarks.rebuild;

import dev.baton.axon.kafka.autoconfigure.KafkaAutoConfiguration;
import dev.baton.projections.generation.GenerationTables;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// What projections-service rebuilds with, without its web and its live readers.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    KafkaAutoConfiguration.class
})
@Import(GenerationTables.class)
class RebuildService {

    static ConfigurableApplicationContext start(String database, String kafka) {
        return new SpringApplicationBuilder(RebuildService.class)
                .web(WebApplicationType.NONE)
                .run(List.of(
                                "--spring.datasource.url=" + database,
                                "--spring.flyway.locations=classpath:db/axon-kafka,classpath:db/projections",
                                "--spring.flyway.placeholders.generation=" + Rebuild.PATTERN,
                                "--baton.kafka.bootstrap=" + kafka,
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn")
                        .toArray(String[]::new));
    }
}
