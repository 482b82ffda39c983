package dev.baton.jitter;

import java.security.SecureRandom;

/// What is woven in calls this. In a JVM without the agent nobody does.
public final class Jitter {
    private static final String FRESH = "fresh";
    private static final long BOUND = 1L << 48;
    private static final Tally TALLY = new Tally();
    private static final long SEED = seed(System.getProperty("baton.jitter.seed", FRESH));
    private static final Rhythm RHYTHM = new Rhythm(
            SEED,
            Integer.getInteger("baton.jitter.max", 1000),
            Double.parseDouble(System.getProperty("baton.jitter.probability", "0.33")));

    private static volatile boolean on;

    private Jitter() {}

    /// Only what is woven in calls it; public, since that may be anywhere.
    public static void pause(String at) {
        Place place = Place.valueOf(at);
        long millis = RHYTHM.delay(Thread.currentThread().getName(), place.length(), System.nanoTime());
        TALLY.passed(place, millis);
        if (millis > 0) {
            sleep(millis);
        }
    }

    /// Whether this JVM has the agent.
    public static boolean isOn() {
        return on;
    }

    static void turnOn() {
        on = true;
    }

    /// How often somebody was held up there.
    public static long heldUp(Place place) {
        return TALLY.heldUp(place);
    }

    static String begun() {
        return "jitter begins, -Dbaton.jitter.seed=" + SEED;
    }

    static String ended() {
        return "jitter ends, -Dbaton.jitter.seed=" + SEED + "\n" + TALLY;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long seed(String asked) {
        return asked.isEmpty() || asked.equals(FRESH) ? new SecureRandom().nextLong(BOUND) : Long.parseLong(asked);
    }
}
