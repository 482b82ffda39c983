package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever is refused among many that wait for one commit is refused alone.
public interface FailingAlone extends Conformance {
    int NEIGHBOURS = 14;

    @Test
    default void a_conflict_fails_alone() throws Exception {
        Fact taken = Fact.first();
        log().append(taken);
        Fact late = Fact.at(taken.stream(), 0);
        assertThat(amongNeighbours(List.of(late))).containsExactly(Answer.CONFLICT);
        assertThat(log().stream(taken.stream())).containsExactly(taken);
    }

    @Test
    default void a_duplicate_fails_alone() throws Exception {
        Fact taken = Fact.first();
        log().append(taken);
        Fact again = new Fact(taken.id(), Fact.newStream(), 0, "again");
        assertThat(amongNeighbours(List.of(again))).containsExactly(Answer.DUPLICATE);
        assertThat(log().stream(again.stream())).isEmpty();
    }

    @Test
    default void of_two_at_one_place_of_a_stream_one_fails_alone() throws Exception {
        String stream = Fact.newStream();
        List<Answer> both = amongNeighbours(List.of(Fact.at(stream, 0), Fact.at(stream, 0)));
        assertThat(both).containsExactlyInAnyOrder(Answer.ACKNOWLEDGED, Answer.CONFLICT);
        assertThat(log().stream(stream)).hasSize(1);
    }

    @Test
    default void who_follows_one_that_is_refused_is_refused_too() throws Exception {
        Fact taken = Fact.first();
        log().append(taken);
        String stream = Fact.newStream();
        List<Answer> both = amongNeighbours(List.of(new Fact(taken.id(), stream, 0, "again"), Fact.at(stream, 1)));
        assertThat(both).containsExactly(Answer.DUPLICATE, Answer.CONFLICT);
        assertThat(log().stream(stream)).isEmpty();
    }

    /// The answers to some, who came in the middle of others; the others must all be acknowledged.
    private List<Answer> amongNeighbours(List<Fact> some) throws InterruptedException {
        long before = log().last();
        List<Fact> others = Stream.generate(Fact::first).limit(NEIGHBOURS).toList();
        List<CompletableFuture<Answer>> ofOthers = new ArrayList<>();
        List<CompletableFuture<Answer>> ofSome = new ArrayList<>();
        try (Callers people = new Callers()) {
            try (LogUnderTest.Stall ignored = log().stall()) {
                others.subList(0, NEIGHBOURS / 2).forEach(fact -> ofOthers.add(append(people, fact)));
                people.awaitEverybodyAtRest();
                some.forEach(fact -> ofSome.add(append(people, fact)));
                others.subList(NEIGHBOURS / 2, NEIGHBOURS).forEach(fact -> ofOthers.add(append(people, fact)));
                people.awaitEverybodyAtRest();
            }
            assertThat(Callers.all(ofOthers)).containsOnly(Answer.ACKNOWLEDGED);
            assertThat(denseAfter(before)).extracting(Placed::fact).containsAll(others);
            return Callers.all(ofSome);
        }
    }

    private CompletableFuture<Answer> append(Callers people, Fact fact) {
        return people.call(() -> log().append(fact));
    }
}
