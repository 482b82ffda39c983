package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.Deals;
import dev.baton.axon.postgres.EventIntake;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.web.edge.EdgeAutoConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A service as the real ones are wired, with an event log and a publisher.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = EdgeAutoConfiguration.class)
public class PublishingService {

    public static ConfigurableApplicationContext start(String url, String bootstrap, String source, String... more) {
        return new SpringApplicationBuilder(PublishingService.class).run(arguments(url, bootstrap, source, more));
    }

    public static String[] arguments(String url, String bootstrap, String source, String... more) {
        return Stream.concat(Arrays.stream(usual(url, bootstrap, source)), Arrays.stream(more))
                .toArray(String[]::new);
    }

    /// For whoever counts what is on a topic: what a slow Kafka was too late for is sent again, and
    /// stands there twice.
    public static String[] patient() {
        return new String[] {
            "--baton.kafka.clients.[default.api.timeout.ms]=120000",
            "--baton.kafka.clients.[max.block.ms]=120000",
            "--baton.kafka.clients.[delivery.timeout.ms]=120000"
        };
    }

    private static String[] usual(String url, String bootstrap, String source) {
        return new String[] {
            "--baton.source=" + source,
            "--baton.kafka.bootstrap=" + bootstrap,
            "--baton.kafka.clients.fetch.max.wait.ms=50",
            "--baton.kafka.publisher.take-over-every=100ms",
            "--baton.kafka.publisher.longest-pause=500ms",
            "--spring.datasource.url=" + url,
            "--spring.flyway.locations=classpath:db/axon-postgres,classpath:db/axon-kafka",
            "--spring.main.web-application-type=none",
            "--spring.main.banner-mode=off",
            "--logging.level.root=error"
        };
    }

    /// Writes events of any source into the log, as one commit.
    public static void append(ConfigurableApplicationContext service, List<EventEnvelope> events) {
        var transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        transactions.executeWithoutResult(
                status -> service.getBean(EventIntake.class).takeIn(events, event -> StreamId.deal(event.subject())));
    }

    public static void append(ConfigurableApplicationContext service, String source, String deal, long... sequences) {
        append(
                service,
                Arrays.stream(sequences)
                        .mapToObj(sequence -> Deals.event(source, deal, sequence))
                        .toList());
    }

    public static long[] range(long from, long to) {
        return LongStream.range(from, to).toArray();
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec() {
            @Override
            public Encoded encode(Object event) {
                throw new IllegalArgumentException("nothing is encoded here");
            }

            @Override
            public Object decode(String type, String data) {
                return data;
            }

            @Override
            public boolean knows(String type) {
                return true;
            }
        };
    }
}
