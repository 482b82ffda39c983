package dev.baton.roles.whatif;

import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every version of every policy, and which one held when.
final class RecordedPolicies {
    private static final RoutingPolicy NONE = new RoutingPolicy(RoutingPolicy.DEFAULT, 0, Map.of());

    private final List<Dated> history;
    private final Map<Version, RoutingPolicy> versions = new HashMap<>();

    private record Version(String name, int version) {}

    /// @param history the oldest first
    RecordedPolicies(List<Dated> history) {
        this.history = List.copyOf(history);
        history.forEach(dated ->
                versions.put(new Version(dated.policy().name(), dated.policy().version()), dated.policy()));
    }

    @Nullable
    RoutingPolicy version(String name, int version) {
        return versions.get(new Version(name, version));
    }

    /// The pipeline's own policy, else the default one, as they were at that moment of Baton's clock.
    RoutingPolicy at(String pipeline, Instant recorded) {
        RoutingPolicy own = newest(pipeline, recorded);
        RoutingPolicy usual = own == null ? newest(RoutingPolicy.DEFAULT, recorded) : own;
        return usual == null ? NONE : usual;
    }

    private @Nullable RoutingPolicy newest(String name, Instant recorded) {
        RoutingPolicy found = null;
        for (Dated dated : history) {
            boolean known = !dated.since().isAfter(recorded) || dated.policy().version() == 1;
            found = known && dated.policy().name().equals(name) ? dated.policy() : found;
        }
        return found;
    }
}
