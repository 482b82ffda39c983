package dev.baton.projections.workload;

import dev.baton.contract.member.CounselEvent;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.folding.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a place: reserved, confirmed, released; reserved again it begins anew.
public final class SlotFold implements Fold<MemberFact, Slot> {

    /// The place that a fact is about, empty when it is about the person.
    public static Optional<String> key(MemberFact fact) {
        return switch (fact.event()) {
            case SlotEvent event -> Optional.of(id(fact, event));
            case EmploymentEvent _, CounselEvent _ -> Optional.empty();
        };
    }

    /// @throws IllegalStateException when a place is confirmed or released that nobody reserved
    @Override
    public Slot apply(@Nullable Slot before, MemberFact fact) {
        return switch (fact.event()) {
            case SlotEvent event -> changed(before, event, fact);
            case EmploymentEvent _, CounselEvent _ ->
                throw new IllegalStateException(fact.envelope().type() + " is about no place");
        };
    }

    private static Slot changed(@Nullable Slot before, SlotEvent event, MemberFact fact) {
        return switch (event) {
            case SlotReserved reserved -> reserved(reserved, fact);
            case SlotConfirmed _ -> reserved(before, event, fact).confirmed(fact.occurredAt());
            case SlotWeighed weighed -> reserved(before, event, fact).weighing(weighed.weight());
            case SlotReleased released -> reserved(before, event, fact).released(fact.occurredAt(), released.reason());
        };
    }

    private static Slot reserved(SlotReserved event, MemberFact fact) {
        return new Slot(
                id(fact, event),
                fact.key(),
                fact.role(),
                fact.member(),
                event.deal(),
                event.weight(),
                event.override(),
                fact.occurredAt(),
                null,
                null,
                null);
    }

    private static Slot reserved(@Nullable Slot before, SlotEvent event, MemberFact fact) {
        if (before == null) {
            throw new IllegalStateException(fact.envelope().type() + " of " + fact.key() + " for deal " + event.deal()
                    + ", which was never reserved");
        }
        return before;
    }

    private static String id(MemberFact fact, SlotEvent event) {
        return fact.key() + "/" + event.deal();
    }
}
