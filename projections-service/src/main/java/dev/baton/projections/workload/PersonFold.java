package dev.baton.projections.workload;

import dev.baton.contract.member.CounselEvent;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.SlotEvent;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.folding.Fold;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known of a person in a role.
public final class PersonFold implements Fold<MemberFact, Person> {

    @Override
    public Person apply(@Nullable Person before, MemberFact fact) {
        if (before == null) {
            return begin(fact);
        }
        return switch (fact.event()) {
            case EmploymentEvent event -> changed(before, event, fact);
            case SlotEvent _, CounselEvent _ -> before;
        };
    }

    private static Person begin(MemberFact fact) {
        if (fact.event() instanceof MemberJoined joined) {
            return joined(joined, fact);
        }
        throw new IllegalStateException(
                fact.envelope().type() + " is the first fact of " + fact.key() + ", expected that they joined");
    }

    private static Person changed(Person before, EmploymentEvent event, MemberFact fact) {
        return switch (event) {
            case MemberJoined again -> joined(again, fact);
            case CapacityChanged(var capacity) -> before.withCapacity(capacity);
            case ProfileChanged(var name, var territories, var skills, var languages, var _, var _) ->
                before.known(name, territories, skills, languages);
            case AvailabilityChanged changed -> before.available(changed.availability());
            case MemberDeparted _ -> before.departed(fact.occurredAt());
        };
    }

    private static Person joined(MemberJoined event, MemberFact fact) {
        return new Person(
                fact.key(),
                fact.role(),
                fact.member(),
                event.name(),
                event.capacity(),
                new TreeSet<>(event.territories()),
                new TreeSet<>(event.skills()),
                new TreeSet<>(event.languages()),
                Availability.AVAILABLE,
                fact.occurredAt(),
                null);
    }
}
