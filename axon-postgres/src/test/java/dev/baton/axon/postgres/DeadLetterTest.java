package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.StreamId;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// A group with a dead-letter queue, which a service asks for by two properties.
class DeadLetterTest extends StoreTest {
    private static final Map<String, String> WITH_QUEUE = Map.of(
            "axon.eventhandling.processors.fragile.mode", "pooled",
            "axon.eventhandling.processors.fragile.initial-segment-count", "1",
            "axon.eventhandling.processors.fragile.dlq.enabled", "true");

    @Test
    void an_event_that_fails_is_parked_and_can_be_tried_again() {
        try (ConfigurableApplicationContext fragile =
                TestService.start(url, WITH_QUEUE, FragileWitness.class, Fate.class)) {
            fragile.getBean(Fate.class).willStrike(1);
            StreamId stream = newStream();
            StreamId healthy = newStream();
            append(counted(stream, 0), counted(stream, 1), counted(healthy, 0));
            FragileWitness witness = fragile.getBean(FragileWitness.class);
            await().untilAsserted(() -> assertThat(witness.heard).containsExactly(healthy + "#0"));
            // heard within the transaction at whose end the letters are there
            await().untilAsserted(() -> assertThat(
                            jdbc.queryForList("select payload_revision from dead_letter_entry", String.class))
                    .containsExactly(CounterCodec.COUNTED, CounterCodec.COUNTED));

            assertThat(fragile.getBean(EventProcessingConfiguration.class)
                            .sequencedDeadLetterProcessor("fragile")
                            .orElseThrow()
                            .processAny())
                    .isTrue();
            assertThat(witness.heard).containsExactly(healthy + "#0", stream + "#0", stream + "#1");
            assertThat(jdbc.queryForObject("select count(*) from dead_letter_entry", Long.class))
                    .isZero();
        }
    }
}
