package dev.baton.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void who_passes_is_told_apart_from_who_is_held_up() {
        Tally tally = new Tally();
        tally.passed(Place.COMMIT, 0);
        tally.passed(Place.COMMIT, 30);
        tally.passed(Place.COMMIT, 12);
        assertThat(tally.heldUp(Place.COMMIT)).isEqualTo(2);
        assertThat(tally.heldUp(Place.TASK)).isZero();
        assertThat(tally.toString())
                .containsPattern("COMMIT +passed 3 times, held up 2 times, for 42 ms")
                .containsPattern("BULK_READER passed 0 times");
    }
}
