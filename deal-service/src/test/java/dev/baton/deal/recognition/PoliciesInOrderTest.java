package dev.baton.deal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventEnvelope;
import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lanes.LaneSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoliciesInOrderTest {
    private final Map<String, List<String>> followed = new ConcurrentHashMap<>();
    private final PoliciesInOrder policies =
            new PoliciesInOrder(new DealLanes(new LaneSettings(4)), List.of(about("declined"), about("moved")));

    @Test
    void a_deals_facts_are_followed_in_the_order_in_which_they_were_told_whichever_policy_they_are_for() {
        List<String> told = List.of("moved", "declined", "declined", "of no interest", "moved", "declined");
        policies.handle(IntStream.range(0, 20 * told.size())
                .mapToObj(i -> fact("deal " + i % 20, told.get(i / 20), i / 20))
                .toList());
        assertThat(followed)
                .hasSize(20)
                .allSatisfy((deal, facts) -> assertThat(facts)
                        .containsExactly("moved 0", "declined 1", "declined 2", "moved 4", "declined 5"));
    }

    private Policy about(String type) {
        return new Policy() {
            @Override
            public Set<String> types() {
                return Set.of(type);
            }

            @Override
            public void follow(EventEnvelope fact) {
                followed.computeIfAbsent(fact.subject(), first -> new ArrayList<>())
                        .add(fact.type() + " " + fact.sequence());
            }
        };
    }

    private static ReceivedEvent fact(String deal, String type, int sequence) {
        EventEnvelope fact = new EventEnvelope(
                UUID.randomUUID(),
                "role-assignment-service",
                type,
                deal,
                sequence,
                deal,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "{}");
        return new ReceivedEvent(fact, "baton.deals", 0, sequence);
    }
}
