package dev.baton.roles.whatif;

import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every version of every policy, and which one held when.
final class RecordedPolicies {
    /// An instance sees a new version a second later; what it was about to do by the old one it
    /// commits within a minute, or never.
    private static final Duration UNSEEN = RoutingPolicies.KEPT_FOR.plus(Duration.ofMinutes(1));

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

    /// The one that held, of those that may have.
    ///
    /// @param fits whether what was done agrees with it; asked only when more than one may have
    ///     held
    /// @param likely of those that fit, whether what was not done speaks for it
    RoutingPolicy at(
            String pipeline, Instant recorded, Predicate<RoutingPolicy> fits, Predicate<RoutingPolicy> likely) {
        List<RoutingPolicy> all = between(pipeline, recorded, recorded);
        if (all.size() == 1) {
            return all.getFirst();
        }
        List<RoutingPolicy> fitting = all.stream().filter(fits).toList();
        return Stream.of(fitting.stream().filter(likely), fitting.stream(), all.stream())
                .flatMap(Function.identity())
                .findFirst()
                .orElseThrow();
    }

    /// Which may have held at some time between, the newest first: an instance does not see at once
    /// that another has replaced one.
    List<RoutingPolicy> between(String pipeline, Instant first, Instant last) {
        Instant earliest = first.minus(UNSEEN);
        return Stream.concat(
                        Stream.of(at(pipeline, last)),
                        history.reversed().stream()
                                .map(Dated::since)
                                .filter(since -> !since.isAfter(last) && since.isAfter(earliest))
                                .map(since -> at(pipeline, since.minusNanos(1))))
                .distinct()
                .toList();
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
