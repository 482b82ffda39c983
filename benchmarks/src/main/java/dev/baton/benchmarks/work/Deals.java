package dev.baton.benchmarks.work;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/// Many deals on their way: each takes some transitions, then a new deal takes its place. So streams
/// stay as short as a real deal's, however long a run is.
public final class Deals {
    /// How many transitions a deal has before it is over.
    public static final int TRANSITIONS = 20;

    /// Keeps runs in one database apart, and scatters the ids.
    private final long seed;

    private final AtomicIntegerArray taken;
    private final AtomicLong numbers = new AtomicLong();

    public Deals(int atOnce, long seed) {
        this.seed = seed;
        taken = new AtomicIntegerArray(atOnce);
        for (int place = 0; place < atOnce; place++) {
            // as if the run had gone on for a while: some begin now, some end soon
            taken.set(place, (place * 7) % TRANSITIONS);
        }
    }

    /// The next request, for the deal that a random number picks.
    public Request next(int random) {
        int place = Math.floorMod(random, taken.length());
        int before = taken.getAndIncrement(place);
        long deal = ((long) place << 32) | before / TRANSITIONS;
        return new Request(
                numbers.getAndIncrement(),
                new UUID(Request.scattered(deal ^ seed), deal).toString(),
                before % TRANSITIONS == 0);
    }
}
