package dev.baton.axon.kafka.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.Broker;
import dev.baton.axon.kafka.DeadLetters;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.contract.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class WiringTest {

    @Test
    void a_service_that_names_its_brokers_has_publisher_readers_health_and_lag() {
        var arguments = PublishingService.arguments(
                Postgres.newDatabaseUrl(), Broker.settings().bootstrap(), "wiring-test");
        try (var service = new SpringApplicationBuilder(PublishingService.class, Reading.class).run(arguments)) {
            assertThat(service.getBean(KafkaPublisher.class).isRunning()).isTrue();
            assertThat(service.getBean(TopicReader.class).isRunning()).isTrue();
            assertThat(service.getBean(DeadLetters.class).count()).isNotNegative();

            var publisher = service.getBean("kafkaPublisherHealthIndicator", HealthIndicator.class)
                    .health();
            assertThat(publisher.getStatus()).isEqualTo(Status.UP);
            assertThat(publisher.getDetails()).containsKeys("duty", "position", "problem");
            var readers = service.getBean("kafkaReadersHealthIndicator", HealthIndicator.class)
                    .health();
            assertThat(readers.getDetails()).containsKey("wired");

            var meters = new SimpleMeterRegistry();
            service.getBeansOfType(MeterBinder.class).values().forEach(binder -> binder.bindTo(meters));
            assertThat(meters.get("baton.publisher.lag").gauge().value()).isNotNegative();
            assertThat(meters.get("baton.reader.lag")
                            .tag("reader", "wired")
                            .gauge()
                            .value())
                    .isNotNegative();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Reading {

        @Bean
        TopicReader wired(TopicReaders readers) {
            return readers.reader(ReaderSettings.of("wired", Delivery.IN_TRANSACTION, Topics.MEMBERS), batch -> {});
        }
    }
}
