package dev.baton.jitter;

import dev.baton.jitter.Place.Length;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/// How long whom is held up. A thread has moods: for a few seconds it is slow, then it is not, so
/// that each is ahead of the other now and then. What a thread draws in its n-th mood depends on
/// the seed, its name and n alone; how often it draws in a mood, and who runs meanwhile, no seed
/// can say.
final class Rhythm {
    private static final long SHORTEST_MOOD_MILLIS = 500;
    private static final long LONGEST_MOOD_MILLIS = 4000;
    private static final long NANOS = 1_000_000;

    /// A brief delay is as much shorter, and as much rarer, than one in a slow mood: it holds
    /// connections.
    private static final int BRIEF = 6;

    private final long seed;
    private final int maxMillis;
    private final double probability;
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();

    /// @param maxMillis the longest delay, more than 0
    /// @param probability that a mood is a slow one, from 0 to 1
    Rhythm(long seed, int maxMillis, double probability) {
        if (maxMillis < 1 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "no rhythm: at most %d ms, with a probability of %s".formatted(maxMillis, probability));
        }
        this.seed = seed;
        this.maxMillis = maxMillis;
        this.probability = probability;
    }

    /// @param now as System.nanoTime
    /// @return milliseconds, mostly 0
    long delay(String thread, Length length, long now) {
        return moods.computeIfAbsent(thread, Mood::new).delay(length, now);
    }

    private final class Mood {
        private final String thread;
        private SplittableRandom random;
        private long number;
        private long end;
        private boolean slow;

        Mood(String thread) {
            this.thread = thread;
            this.random = drawn();
        }

        synchronized long delay(Length length, long now) {
            if (number == 0 || now - end >= 0) {
                next(now);
            }
            return switch (length) {
                case SPELL -> slow ? random.nextInt(maxMillis) : 0;
                case BRIEF -> random.nextDouble() < probability / BRIEF ? random.nextInt(maxMillis / BRIEF + 1) : 0;
            };
        }

        private void next(long now) {
            number++;
            random = drawn();
            slow = random.nextDouble() < probability;
            end = now + NANOS * random.nextLong(SHORTEST_MOOD_MILLIS, LONGEST_MOOD_MILLIS);
        }

        private SplittableRandom drawn() {
            return new SplittableRandom(new SplittableRandom(seed).nextLong()
                    ^ new SplittableRandom(thread.hashCode()).nextLong()
                    ^ new SplittableRandom(number).nextLong());
        }
    }
}
