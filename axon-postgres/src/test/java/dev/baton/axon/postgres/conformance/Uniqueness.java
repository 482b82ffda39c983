package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A place of a stream has one event, an event one place.
public interface Uniqueness extends Conformance {

    @Test
    default void a_second_event_at_the_same_place_of_a_stream_is_a_conflict() {
        String stream = Fact.newStream();
        log().append(Fact.at(stream, 0), Fact.at(stream, 1));
        assertThat(log().append(Fact.at(stream, 1))).isEqualTo(Answer.CONFLICT);
        assertThat(neighbour().append(Fact.at(stream, 0))).isEqualTo(Answer.CONFLICT);
        assertThat(log().stream(stream)).hasSize(2);
    }

    @Test
    default void a_stream_never_gets_a_hole() {
        String stream = Fact.newStream();
        log().append(Fact.at(stream, 0));
        assertThat(log().append(Fact.at(stream, 2))).isEqualTo(Answer.CONFLICT);
        assertThat(log().append(Fact.at(stream, 1), Fact.at(stream, 3))).isEqualTo(Answer.CONFLICT);
        assertThat(log().append(Fact.at(Fact.newStream(), 1))).isEqualTo(Answer.CONFLICT);
        assertThat(log().stream(stream)).hasSize(1);
    }

    @Test
    default void the_same_event_in_another_place_is_a_duplicate() {
        Fact fact = Fact.first();
        log().append(fact);
        Fact elsewhere = new Fact(fact.id(), Fact.newStream(), 0, "again");
        assertThat(log().append(elsewhere)).isEqualTo(Answer.DUPLICATE);
        assertThat(neighbour().append(elsewhere)).isEqualTo(Answer.DUPLICATE);
        assertThat(log().stream(elsewhere.stream())).isEmpty();
    }

    @Test
    default void a_refused_append_leaves_nothing_of_itself() {
        Fact taken = Fact.first();
        log().append(taken);
        Fact good = Fact.first();
        assertThat(log().append(good, Fact.at(taken.stream(), 0))).isEqualTo(Answer.CONFLICT);
        assertThat(log().append(good, new Fact(taken.id(), Fact.newStream(), 0, "again")))
                .isEqualTo(Answer.DUPLICATE);
        assertThat(log().stream(good.stream())).isEmpty();
        assertThat(log().append(good)).isEqualTo(Answer.ACKNOWLEDGED);
    }

    @Test
    default void of_many_who_append_at_one_place_one_wins() throws Exception {
        String stream = Fact.newStream();
        List<Answer> answers = atOnce(16, () -> Fact.at(stream, 0));
        assertThat(Collections.frequency(answers, Answer.ACKNOWLEDGED)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Answer.CONFLICT)).isEqualTo(15);
        assertThat(log().stream(stream)).hasSize(1);
    }

    @Test
    default void of_many_who_bring_the_same_event_one_is_acknowledged() throws Exception {
        UUID id = UUID.randomUUID();
        List<Answer> answers = atOnce(16, () -> new Fact(id, Fact.newStream(), 0, "the same"));
        assertThat(Collections.frequency(answers, Answer.ACKNOWLEDGED)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Answer.DUPLICATE)).isEqualTo(15);
    }

    private List<Answer> atOnce(int callers, Supplier<Fact> fact) throws InterruptedException {
        try (Callers people = new Callers()) {
            List<CompletableFuture<Answer>> answers;
            try (LogUnderTest.Stall ignored = log().stall()) {
                answers = IntStream.range(0, callers)
                        .mapToObj(n -> n % 2 == 0 ? log() : neighbour())
                        .map(node -> people.call(() -> node.append(fact.get())))
                        .toList();
                people.awaitEverybodyAtRest();
            }
            return Callers.all(answers);
        }
    }
}
