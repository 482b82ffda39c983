package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.RandomOffice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The rows must not show in which order events came of which only each service's own are in order. Another order
/// comes of topics that were filled again, and of a dead letter that was healed late.
@Tag("random")
class ArrivalOrdersTest {

    @Test
    void the_same_events_give_the_same_rows_in_whatever_order_the_two_services_events_come() {
        long seed = Seed.of("orders of arrival");
        Random random = new Random(seed);
        List<EventEnvelope> events = RandomOffice.written(seed, 40).events();

        Map<String, List<String>> asWritten = rows(events);

        assertThat(asWritten.get("analytics.close")).isNotEmpty();
        assertThat(rows(dealsFirst(events))).as("deals first").isEqualTo(asWritten);
        for (int time = 1; time <= Seed.times(3); time++) {
            assertThat(rows(merged(events, random)))
                    .as("order %d of seed %d", time, seed)
                    .isEqualTo(asWritten);
        }
    }

    private static Map<String, List<String>> rows(List<EventEnvelope> events) {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            return rows.fold(events, 50).all();
        }
    }

    private static List<EventEnvelope> dealsFirst(List<EventEnvelope> events) {
        List<EventEnvelope> order = new ArrayList<>();
        queues(events).values().forEach(order::addAll);
        return order;
    }

    /// Of each source and subject in order, apart from that at random; a deal is found before anything else is said
    /// of it.
    private static List<EventEnvelope> merged(List<EventEnvelope> events, Random random) {
        Map<String, Deque<EventEnvelope>> queues = queues(events);
        List<EventEnvelope> order = new ArrayList<>();
        queues.values().stream()
                .map(Deque::peekFirst)
                .filter(event -> event.type().startsWith("baton.deal.lead-found"))
                .toList()
                .forEach(found -> order.add(queues.get(stream(found)).removeFirst()));
        while (order.size() < events.size()) {
            queues.values().removeIf(Deque::isEmpty);
            List<Deque<EventEnvelope>> open = List.copyOf(queues.values());
            order.add(open.get(random.nextInt(open.size())).removeFirst());
        }
        return order;
    }

    private static Map<String, Deque<EventEnvelope>> queues(List<EventEnvelope> events) {
        Map<String, Deque<EventEnvelope>> queues = new LinkedHashMap<>();
        events.forEach(event -> queues.computeIfAbsent(stream(event), first -> new ArrayDeque<>())
                .add(event));
        return queues;
    }

    private static String stream(EventEnvelope event) {
        return event.source() + " " + event.subject();
    }
}
