package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What was begun and given up leaves no trace: no event, no gap, no claim on a place.
public interface TakingBack extends Conformance {

    @Test
    default void an_append_that_is_taken_back_leaves_neither_an_event_nor_a_gap() {
        log().append(Fact.first());
        long before = log().last();
        Fact never = Fact.first();
        log().appendInVain(List.of(never, Fact.at(never.stream(), 1)));
        Fact next = Fact.first();
        log().append(next);

        assertThat(log().stream(never.stream())).isEmpty();
        assertThat(denseAfter(before)).containsExactly(new Placed(before + 1, next));
    }

    @Test
    default void an_append_that_was_taken_back_can_be_made_again() {
        Fact fact = Fact.first();
        log().appendInVain(List.of(fact));
        assertThat(log().append(fact)).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(log().stream(fact.stream())).containsExactly(fact);
    }
}
