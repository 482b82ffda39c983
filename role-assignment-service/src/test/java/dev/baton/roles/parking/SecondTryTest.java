package dev.baton.roles.parking;

import static dev.baton.roles.parking.SecondTry.Ending.COMES;
import static dev.baton.roles.parking.SecondTry.Ending.FAILS;
import static dev.baton.roles.parking.SecondTry.Ending.GOES_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DeadlockLoserDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/// How far a second try goes. Events 3 and 5 are kept; whatever else happens is said by each test.
class SecondTryTest {
    private static final String DEAL = "deal-1";

    private final TreeSet<Long> kept = new TreeSet<>(List.of(3L, 5L));
    private final List<Long> heard = new ArrayList<>();
    private final List<Object> news = new ArrayList<>();
    private final Map<Long, List<Exception>> failures = new HashMap<>();
    private final List<String> parkedAt = new ArrayList<>();
    private final List<Runnable> meanwhile = new ArrayList<>();
    private boolean restsAtWhatIsNotKept;

    private final SecondTry secondTry = new SecondTry(new Shelf(), this::hear, news::add);

    @Test
    void everything_is_heard_in_order_and_the_deal_leaves() {
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(GOES_ON, 2));
        assertThat(heard).containsExactly(3L, 5L);
        assertThat(news).containsExactly(new HandOffGoesOn(DEAL));
    }

    @Test
    void what_comes_before_the_event_that_fails_has_gone_through_and_the_deal_is_parked_there() {
        fails(5, new IllegalStateException("no"));
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(FAILS, 1));
        assertThat(heard).containsExactly(3L);
        assertThat(kept).containsExactly(5L);
        assertThat(parkedAt).containsExactly("5: no");
        assertThat(news).isEmpty();
    }

    @Test
    void what_comes_behind_the_event_that_fails_is_not_heard() {
        fails(3, new IllegalStateException("no"));
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(FAILS, 0));
        assertThat(heard).isEmpty();
        assertThat(parkedAt).containsExactly("3: no");
    }

    @Test
    void a_failure_of_the_moment_is_tried_again_at_once_a_few_times() {
        fails(3, momentary(), momentary());
        assertThat(secondTry.of(DEAL).ending()).isEqualTo(GOES_ON);
        assertThat(parkedAt).isEmpty();
    }

    @Test
    void a_moment_that_lasts_is_told() {
        fails(5, momentary(), momentary(), momentary());
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(FAILS, 1));
        assertThat(parkedAt).containsExactly("5: lost");
    }

    @Test
    void what_is_kept_meanwhile_is_heard_before_the_deal_leaves() {
        meanwhile.add(() -> kept.add(8L));
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(GOES_ON, 3));
        assertThat(heard).containsExactly(3L, 5L, 8L);
    }

    @Test
    void an_event_that_somebody_else_gets_through_meanwhile_is_nobodys_failure() {
        SecondTry other = new SecondTry(
                new Shelf(),
                (deal, position) -> {
                    if (position == 3) {
                        kept.remove(position);
                        throw new IllegalStateException("somebody was faster");
                    }
                    return hear(deal, position);
                },
                news::add);
        assertThat(other.of(DEAL).ending()).isEqualTo(GOES_ON);
        assertThat(heard).containsExactly(5L);
        assertThat(parkedAt).isEmpty();
    }

    @Test
    void what_somebody_else_has_heard_is_not_counted_twice() {
        SecondTry late = new SecondTry(
                new Shelf(),
                (deal, position) -> {
                    boolean lost = position == 3 && kept.remove(position);
                    return !lost && hear(deal, position);
                },
                news::add);
        assertThat(late.of(DEAL)).isEqualTo(new SecondTry.Tried(GOES_ON, 1));
        assertThat(heard).containsExactly(5L);
    }

    @Test
    void a_deal_whose_failing_event_is_not_kept_yet_stays_parked_and_is_tried_later() {
        kept.clear();
        restsAtWhatIsNotKept = true;
        assertThat(secondTry.of(DEAL)).isEqualTo(new SecondTry.Tried(COMES, 0));
        assertThat(news).isEmpty();
    }

    @Test
    void a_deal_leaves_although_nobody_can_be_told() {
        SecondTry silent = new SecondTry(new Shelf(), this::hear, told -> {
            throw new IllegalStateException("nobody listens");
        });
        assertThat(silent.of(DEAL)).isEqualTo(new SecondTry.Tried(GOES_ON, 2));
    }

    @Test
    void who_is_stopped_blames_nobody() {
        fails(3, new IllegalStateException("interrupted"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> secondTry.of(DEAL)).hasMessage("stopped meanwhile");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(parkedAt).isEmpty();
    }

    private static TransientDataAccessException momentary() {
        return new DeadlockLoserDataAccessException("lost", null);
    }

    private void fails(long position, Exception... withThese) {
        failures.put(position, new ArrayList<>(List.of(withThese)));
    }

    private boolean hear(String deal, long position) throws Exception {
        List<Exception> left = failures.getOrDefault(position, List.of());
        if (!left.isEmpty()) {
            throw left.removeFirst();
        }
        heard.add(position);
        return kept.remove(position);
    }

    private final class Shelf implements KeptEvents {
        @Override
        public void begin(String deal) {
            assertThat(deal).isEqualTo(DEAL);
        }

        @Override
        public OptionalLong first(String deal) {
            return kept.isEmpty() ? OptionalLong.empty() : OptionalLong.of(kept.first());
        }

        @Override
        public boolean failsAt(String deal, long position, Throwable failure) {
            boolean still = kept.contains(position);
            if (still) {
                parkedAt.add(position + ": " + failure.getMessage());
            }
            return still;
        }

        @Override
        public Leaving leave(String deal) {
            meanwhile.forEach(Runnable::run);
            meanwhile.clear();
            if (!kept.isEmpty()) {
                return Leaving.MORE_IS_KEPT;
            }
            return restsAtWhatIsNotKept ? Leaving.NOTHING_IS_KEPT_YET : Leaving.LEFT;
        }
    }
}
