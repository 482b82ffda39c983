package dev.baton.roles.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final Duration MOST = Duration.ofDays(14);
    private static final Instant WENT = Instant.parse("2026-11-02T08:00:00Z");

    private static Instant day(int day) {
        return WENT.plus(Duration.ofDays(day));
    }

    private static Absence until(@Nullable Instant until) {
        return new Absence(WENT, until);
    }

    @Test
    void who_says_that_it_will_be_too_long_hands_on_at_once() {
        assertThat(until(day(15)).handsOnFrom(MOST)).isEqualTo(WENT);
        assertThat(until(day(15)).handsOn(MOST, WENT)).isTrue();
        assertThat(until(day(15)).endsBefore(MOST, null, WENT)).isFalse();
    }

    @Test
    void who_says_nothing_hands_on_once_it_has_been_too_long() {
        assertThat(until(null).handsOnFrom(MOST)).isEqualTo(day(14));
        assertThat(until(null).handsOn(MOST, day(14).minusSeconds(1))).isFalse();
        assertThat(until(null).handsOn(MOST, day(14))).isTrue();
        assertThat(until(null).endsBefore(MOST, null, day(3))).isFalse();
    }

    @Test
    void who_is_back_soon_hands_nothing_on_unless_they_stay_for_longer_than_they_said() {
        assertThat(until(day(2)).handsOn(MOST, day(1))).isFalse();
        assertThat(until(day(2)).endsBefore(MOST, null, day(1))).isTrue();
        assertThat(until(day(2)).endsBefore(MOST, null, day(3))).isFalse();
        assertThat(until(day(2)).handsOnFrom(MOST)).isEqualTo(day(14));
        assertThat(until(day(2)).handsOn(MOST, day(15))).isTrue();
    }

    @Test
    void who_was_back_before_has_handed_nothing_on() {
        assertThat(until(null).endsBefore(MOST, day(13), day(30))).isTrue();
        assertThat(until(null).endsBefore(MOST, day(14), day(30))).isFalse();
        assertThat(until(day(2)).endsBefore(MOST, day(20), day(30))).isFalse();
        assertThat(until(day(30)).endsBefore(MOST, day(1), day(40))).isFalse();
    }
}
