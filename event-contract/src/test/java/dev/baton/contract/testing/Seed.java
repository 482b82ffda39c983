package dev.baton.contract.testing;

import java.security.SecureRandom;

/// Where tests begin that try what they try at random. In a build that is always the same place: its verdict is to
/// depend on the change, not on the hour. `-Pexplore` begins at a new one and goes on for longer; `-Dbaton.seed=N`
/// begins where something was found.
public final class Seed {
    private static final long OF_EVERY_BUILD = 20_261_128;
    private static final String FRESH = "fresh";
    private static final long BOUND = 1L << 48;

    private Seed() {}

    /// @param what begins there; printed with the seed, so that it can be repeated whatever comes of it
    public static long of(String what) {
        long seed = asked(System.getProperty("baton.seed", ""));
        System.out.println(what + ", -Dbaton.seed=" + seed);
        return seed;
    }

    private static long asked(String seed) {
        return switch (seed) {
            case "" -> OF_EVERY_BUILD;
            case FRESH -> new SecureRandom().nextLong(BOUND);
            default -> Long.parseLong(seed);
        };
    }

    /// How many tries: as many as in a build, `-Dbaton.times` as often.
    public static int times(int inEveryBuild) {
        return Math.multiplyExact(inEveryBuild, Integer.getInteger("baton.times", 1));
    }
}
