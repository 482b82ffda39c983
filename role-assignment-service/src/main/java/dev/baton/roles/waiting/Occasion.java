package dev.baton.roles.waiting;

import dev.baton.roles.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a round looks at everybody who waits: once after a start, since what was told within a process gets lost with
/// it, and after a policy has changed, whichever instance wrote it.
final class Occasion {
    static final String STARTED = "the queue is looked at anew after a start";
    static final String POLICY_CHANGED = "the routing policy changed";
    static final String TIME_PASSED = "time has passed";

    /// Each instance knows of a new policy after a second; one that has not heard of it may have
    /// decided meanwhile.
    static final Duration HEARD_OF = Duration.ofSeconds(5);

    private volatile @Nullable Looked looked;

    /// Absent when nobody need be looked at for anything but the time. However long it is until the
    /// next round, one looks when every instance has heard of it.
    @Nullable
    String ofEverybody(List<RoutingPolicy> newest, Instant now) {
        Looked known = looked;
        if (known == null || !known.at().equals(newest)) {
            String why = known == null ? STARTED : POLICY_CHANGED;
            looked = new Looked(newest, now.plus(HEARD_OF), why);
            return why;
        }
        if (!now.isBefore(known.until())) {
            looked = new Looked(newest, Instant.MAX, null);
        }
        return known.why();
    }

    /// @param until everybody is looked at with each round, and with the first one after that
    /// @param why absent once they have been
    private record Looked(
            List<RoutingPolicy> at, Instant until, @Nullable String why) {}
}
