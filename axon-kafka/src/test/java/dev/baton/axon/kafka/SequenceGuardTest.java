package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceGuardTest {
    private static final String DEAL = "0b9f2f6e-6f0e-7c1c-9a53-1d2c3b4a5f60";

    @Test
    void the_first_event_of_a_subject_is_number_0() {
        var sorted = SequenceGuard.sort(arrivals(1), nothingKnown());
        assertThat(sorted.due()).isEmpty();
        assertThat(sequences(sorted.early())).containsExactly(1L);
    }

    @Test
    void an_event_that_fills_a_hole_is_followed_at_once_by_what_waited() {
        var known = new Known(Map.of(subject(), 3L), arrivals(5, 6, 8), Set.of(subject()));
        var sorted = SequenceGuard.sort(arrivals(4), known);
        assertThat(sequences(sorted.due())).containsExactly(4L, 5L, 6L);
        assertThat(sorted.lasts()).containsExactly(Map.entry(subject(), 6L));
        assertThat(sorted.early()).isEmpty();
    }

    @Test
    void two_one_two_applies_each_once() {
        var sorted = SequenceGuard.sort(arrivals(2, 1, 2), new Known(Map.of(subject(), 0L), List.of(), Set.of()));
        assertThat(sequences(sorted.due())).containsExactly(1L, 2L);
        assertThat(sorted.early()).isEmpty();
    }

    /// However a publisher stutters: shuffled, doubled and cut into batches, every event is applied once, in order.
    @ParameterizedTest
    @MethodSource("seeds")
    void no_order_of_arrival_loses_or_doubles_anything(long seed) {
        var random = new Random(seed);
        var arrivals = new ArrayList<>(arrivals(LongStream.range(0, 60).toArray()));
        arrivals.addAll(List.copyOf(arrivals).subList(20, 50));
        Collections.shuffle(arrivals, random);

        var lasts = new HashMap<Subject, Long>();
        var parked = new TreeMap<Long, Arrival>();
        var applied = new ArrayList<Long>();
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(12));
            var known = new Known(Map.copyOf(lasts), List.copyOf(parked.values()), Set.of(subject()));
            var sorted = SequenceGuard.sort(arrivals.subList(from, to), known);
            applied.addAll(sequences(sorted.due()));
            lasts.putAll(sorted.lasts());
            sorted.early().forEach(early -> parked.put(early.sequence(), early));
            sorted.due().forEach(due -> parked.remove(due.sequence()));
            from = to;
        }
        assertThat(applied).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(parked).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static Known nothingKnown() {
        return new Known(Map.of(), List.of(), Set.of());
    }

    private static Subject subject() {
        return new Subject("guard-test", DEAL);
    }

    private static List<Arrival> arrivals(long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(sequence -> new Arrival(
                        new ConsumerRecord<>("baton.deals", 0, sequence, new byte[0], new byte[0]),
                        Deals.event("guard-test", DEAL, sequence)))
                .toList();
    }

    private static List<Long> sequences(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::sequence).toList();
    }
}
