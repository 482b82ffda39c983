package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far the deal has come on its present way.
///
/// @param attempt the number of the way; reopening begins the next
/// @param setBackAt when it was last set back, or began anew; absent on the first way
/// @param reached when each milestone happened, for those that did
/// @param overridden the rules that a manager has overridden, by the codes of their refusals
/// @param closedBy who held the deal at its close
/// @param reversal what a manager has asked for, until a second one approves
/// @param declined the offers of which the deal was told that support declined them because of the package, or an
///     executive because the lead is none, on any way
public record Course(
        int attempt,
        @Nullable Instant setBackAt,
        Map<Milestone, Instant> reached,
        Set<String> overridden,
        @Nullable Holder closedBy,
        @Nullable HandoverPackage handoverPackage,
        @Nullable ReversalRequested reversal,
        Set<String> declined) {

    public Course {
        reached = Collections.unmodifiableMap(new EnumMap<>(reached));
        overridden = Collections.unmodifiableSet(new TreeSet<>(overridden));
        declined = Set.copyOf(declined);
    }

    static Course begun(Instant at) {
        return new Course(1, null, Map.of(Milestone.LEAD_FOUND, at), Set.of(), null, null, null, Set.of());
    }

    boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    boolean isPast(Milestone milestone) {
        return reached.keySet().stream().anyMatch(other -> other.compareTo(milestone) > 0);
    }

    Course reaching(Milestone milestone, Instant at) {
        Map<Milestone, Instant> more = new EnumMap<>(reached);
        more.put(milestone, at);
        return new Course(attempt, setBackAt, more, overridden, closedBy, handoverPackage, reversal, declined);
    }

    Course without(Milestone milestone) {
        Map<Milestone, Instant> fewer = new EnumMap<>(reached);
        fewer.remove(milestone);
        return new Course(attempt, setBackAt, fewer, overridden, closedBy, handoverPackage, reversal, declined);
    }

    Course overriding(String rule) {
        Set<String> more = new TreeSet<>(overridden);
        more.add(rule);
        return new Course(attempt, setBackAt, reached, more, closedBy, handoverPackage, reversal, declined);
    }

    Course closedBy(Holder holder) {
        return new Course(attempt, setBackAt, reached, overridden, holder, handoverPackage, reversal, declined);
    }

    Course packedWith(@Nullable HandoverPackage told) {
        HandoverPackage packed = told == null ? handoverPackage : told;
        return new Course(attempt, setBackAt, reached, overridden, closedBy, packed, reversal, declined);
    }

    Course reversalRequested(ReversalRequested request) {
        return new Course(attempt, setBackAt, reached, overridden, closedBy, handoverPackage, request, declined);
    }

    Course declined(@Nullable String offer) {
        if (offer == null) {
            return this;
        }
        Set<String> more = new TreeSet<>(declined);
        more.add(offer);
        return new Course(attempt, setBackAt, reached, overridden, closedBy, handoverPackage, reversal, more);
    }

    boolean knowsDeclined(@Nullable String offer) {
        return offer != null && declined.contains(offer);
    }

    /// Only what leads to the stage still counts.
    Course backTo(int attempt, Stage stage, Instant at) {
        Milestone last = stage == Stage.PROSPECTING ? Milestone.LEAD_FOUND : Milestone.LEAD_QUALIFIED;
        Map<Milestone, Instant> kept = new EnumMap<>(reached);
        kept.keySet().removeIf(milestone -> milestone.compareTo(last) > 0);
        return new Course(attempt, at, kept, Set.of(), null, null, null, declined);
    }
}
