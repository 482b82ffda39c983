package dev.baton.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.jitter.Place.Length;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void a_seed_repeats_what_a_thread_draws() {
        assertThat(drawn(4, "worker", Length.SPELL)).isEqualTo(drawn(4, "worker", Length.SPELL));
        assertThat(drawn(4, "worker", Length.BRIEF)).isEqualTo(drawn(4, "worker", Length.BRIEF));
        assertThat(drawn(4, "worker", Length.SPELL)).isNotEqualTo(drawn(5, "worker", Length.SPELL));
    }

    @Test
    void one_thread_is_slow_while_another_is_not() {
        List<Long> one = drawn(4, "one", Length.SPELL);
        List<Long> other = drawn(4, "other", Length.SPELL);
        assertThat(LongStream.range(0, one.size())
                        .filter(i -> one.get((int) i) > 100 && other.get((int) i) == 0)
                        .count())
                .isPositive();
    }

    @Test
    void a_mood_lasts_and_passes() {
        List<Long> drawn = drawn(4, "worker", Length.SPELL);
        assertThat(drawn).contains(0L).anyMatch(millis -> millis > 500).allMatch(millis -> millis < 1000);
        long changes = LongStream.range(1, drawn.size())
                .filter(i -> drawn.get((int) i) > 0 != drawn.get((int) i - 1) > 0)
                .count();
        assertThat(changes).isBetween(5L, drawn.size() / 3L);
    }

    @Test
    void brief_delays_are_shorter_and_rarer() {
        List<Long> drawn = drawn(4, "worker", Length.BRIEF);
        assertThat(drawn).anyMatch(millis -> millis > 50).allMatch(millis -> millis <= 1000 / 6);
        assertThat(drawn.stream().filter(millis -> millis > 0).count()).isBetween(1L, drawn.size() / 5L);
    }

    @Test
    void nobody_is_held_up_without_a_probability() {
        Rhythm still = new Rhythm(4, 1000, 0);
        assertThat(delays(still, "worker", Length.SPELL)).containsOnly(0L);
        assertThat(delays(still, "worker", Length.BRIEF)).containsOnly(0L);
    }

    @Test
    void what_is_no_rhythm_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(4, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(4, 1000, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(4, 1000, 1.1));
    }

    private static List<Long> drawn(long seed, String thread, Length length) {
        return delays(new Rhythm(seed, 1000, 0.33), thread, length);
    }

    /// Five times a second, for three minutes.
    private static List<Long> delays(Rhythm rhythm, String thread, Length length) {
        return LongStream.range(0, 900)
                .map(i -> rhythm.delay(thread, length, i * 200 * MILLISECOND))
                .boxed()
                .toList();
    }
}
