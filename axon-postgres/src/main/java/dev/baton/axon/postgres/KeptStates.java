package dev.baton.axon.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/// Which aggregates of a unit of work were not read from the log but kept from before, or taken for new, and where they
/// stood.
final class KeptStates {
    private static final String KEY = KeptStates.class.getName();

    private final Map<String, Kept> states = new LinkedHashMap<>();

    private KeptStates() {}

    /// @param version of the last event that the state knows, null when it knows none
    private record Kept(Aggregate<?> aggregate, @Nullable Long version) {}

    static void add(UnitOfWork<?> unit, String stream, Aggregate<?> aggregate) {
        unit.root()
                .<KeptStates>getOrComputeResource(KEY, key -> new KeptStates())
                .states
                .put(stream, new Kept(aggregate, aggregate.version()));
    }

    static @Nullable KeptStates of(UnitOfWork<?> unit) {
        return unit.root().getResource(KEY);
    }

    /// A stream to which nothing was appended since it was loaded, and which has grown without this process knowing.
    ///
    /// What was appended to needs no asking: an event behind an old state finds its place taken.
    Optional<String> outdated(LogReader reader) {
        return states.entrySet().stream()
                .filter(state -> isUnchanged(state.getValue()))
                .filter(state -> isBehind(state.getValue(), reader.lastSequence(state.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isUnchanged(Kept state) {
        return Objects.equals(state.version(), state.aggregate().version());
    }

    private static boolean isBehind(Kept state, Optional<Long> last) {
        return !last.equals(Optional.ofNullable(state.version()));
    }
}
