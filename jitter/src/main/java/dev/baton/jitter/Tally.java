package dev.baton.jitter;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// How often each place was passed, and for how long whoever passed was held up.
final class Tally {
    private final Map<Place, Count> counts = new EnumMap<>(Place.class);

    Tally() {
        for (Place place : Place.values()) {
            counts.put(place, new Count(new LongAdder(), new LongAdder(), new LongAdder()));
        }
    }

    void passed(Place place, long millis) {
        Count count = of(place);
        count.passed.increment();
        if (millis > 0) {
            count.heldUp.increment();
            count.millis.add(millis);
        }
    }

    long heldUp(Place place) {
        return of(place).heldUp.sum();
    }

    @Override
    public String toString() {
        return Arrays.stream(Place.values())
                .map(place -> "  %-11s %s".formatted(place, of(place)))
                .collect(Collectors.joining("\n"));
    }

    private Count of(Place place) {
        Count count = counts.get(place);
        if (count == null) {
            throw new IllegalStateException("nobody counts " + place);
        }
        return count;
    }

    private record Count(LongAdder passed, LongAdder heldUp, LongAdder millis) {
        @Override
        public String toString() {
            return "passed %d times, held up %d times, for %d ms".formatted(passed.sum(), heldUp.sum(), millis.sum());
        }
    }
}
