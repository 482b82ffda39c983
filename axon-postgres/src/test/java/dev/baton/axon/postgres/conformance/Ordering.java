package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Positions are dense, in the order of the commits, and given once.
public interface Ordering extends Conformance {

    @Test
    default void events_are_numbered_densely_in_the_order_of_their_commits() {
        String stream = Fact.newStream();
        long before = log().last();
        log().append(Fact.at(stream, 0), Fact.at(stream, 1));
        log().append(Fact.at(stream, 2));

        List<Placed> appended = log().after(before, 10);
        assertThat(appended).extracting(Placed::position).containsExactly(before + 1, before + 2, before + 3);
        assertThat(appended).extracting(placed -> placed.fact().sequence()).containsExactly(0L, 1L, 2L);
    }

    @Test
    default void an_append_that_was_begun_after_another_was_acknowledged_stands_behind_it() {
        String stream = Fact.newStream();
        long before = log().last();
        List<Fact> inTurn =
                IntStream.range(0, 20).mapToObj(n -> Fact.at(stream, n)).toList();
        inTurn.forEach(fact -> assertThat((fact.sequence() % 2 == 0 ? log() : neighbour()).append(fact))
                .isEqualTo(Answer.ACKNOWLEDGED));
        assertThat(denseAfter(before)).extracting(Placed::fact).isEqualTo(inTurn);
    }

    @Test
    default void no_position_is_used_twice_and_none_left_out_while_many_append() throws Exception {
        long before = log().last();
        List<Answer> answers = manyAppend(16, 20, 1);
        assertThat(answers).hasSize(320).containsOnly(Answer.ACKNOWLEDGED);
        assertThat(denseAfter(before)).hasSize(320);
    }

    @Test
    default void what_is_appended_together_stands_together_and_a_stream_in_its_own_order() throws Exception {
        long before = log().last();
        manyAppend(8, 15, 3);
        List<Placed> read = denseAfter(before);
        assertThat(read).hasSize(360);
        for (int first = 0; first < read.size(); first += 3) {
            assertThat(read.subList(first, first + 3))
                    .extracting(placed -> placed.fact().stream())
                    .containsOnly(read.get(first).fact().stream());
        }
        assertThat(byStream(read))
                .allSatisfy((stream, facts) -> assertThat(facts).isEqualTo(log().stream(stream)));
    }

    private List<Answer> manyAppend(int callers, int commits, int events) throws InterruptedException {
        try (Callers people = new Callers()) {
            return Callers.all(IntStream.range(0, callers)
                            .mapToObj(n -> n % 2 == 0 ? log() : neighbour())
                            .map(node -> people.call(() -> appendInTurn(node, commits, events))))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<Answer> appendInTurn(LogUnderTest node, int commits, int events) {
        String stream = Fact.newStream();
        List<Answer> answers = new ArrayList<>();
        for (long commit = 0; commit < commits; commit++) {
            long first = commit * events;
            answers.add(node.append(Stream.iterate(first, sequence -> sequence + 1)
                    .limit(events)
                    .map(sequence -> Fact.at(stream, sequence))
                    .toList()));
        }
        return answers;
    }

    private static Map<String, List<Fact>> byStream(List<Placed> read) {
        return read.stream().map(Placed::fact).collect(Collectors.groupingBy(Fact::stream));
    }
}
