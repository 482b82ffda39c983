package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.roles.handoff.HandOff.Lead;
import dev.baton.roles.handoff.Rehearsal;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingRequest;
import dev.baton.roles.waiting.Waiting;
import dev.baton.roles.waiting.WakingDecisions;
import dev.baton.roles.whatif.WaitingLine.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom free places wake in the other world: the service's own rule, over the whole line, however long.
final class OtherQueue {
    private final OtherWorld other;
    private final WaitingLine line;
    private final Rehearsal rehearsal;

    OtherQueue(OtherWorld other, WaitingLine line, Rehearsal rehearsal) {
        this.other = other;
        this.line = line;
        this.rehearsal = rehearsal;
    }

    /// @return deals, the longest waiting first
    List<String> toWake(Role role) {
        Collection<Place> places = line.of(role);
        WakingDecisions waking = new WakingDecisions(people(role, places), other::policyFor);
        places.stream().filter(Place::woken).forEach(place -> waking.findsSomebody(waiting(place)));
        List<String> wake = new ArrayList<>();
        Set<Kind> inVain = new HashSet<>();
        for (Place place : places) {
            if (!place.woken() && !(inVain.contains(Kind.of(place)) && asksAsAny(place))) {
                look(place, waking, wake, inVain);
            }
        }
        return wake;
    }

    private void look(Place place, WakingDecisions waking, List<String> wake, Set<Kind> inVain) {
        if (waking.findsSomebody(waiting(place))) {
            wake.add(place.deal());
        } else if (asksAsAny(place)) {
            inVain.add(Kind.of(place));
        }
    }

    /// What routing goes by where a deal asks for nothing of its own. Where one was asked for in vain the next is: in a
    /// line of thousands most are of a few kinds.
    private record Kind(
            String pipeline,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String language) {
        static Kind of(Place place) {
            Lead lead = place.lead();
            return new Kind(lead.pipeline(), lead.territory(), lead.product(), lead.language());
        }
    }

    private boolean asksAsAny(Place place) {
        return line.decliners(place.deal()).isEmpty()
                && holder(place).isEmpty()
                && rehearsal.asks(place.deal()) == Demand.USUAL;
    }

    /// Who holds it in the role in which it waits, to hand it on.
    private Optional<String> holder(Place place) {
        return other.of(place.deal()) instanceof Held held && held.holder().role() == place.role()
                ? Optional.of(held.holder().member())
                : Optional.empty();
    }

    /// Nobody takes a leg who has declined it, or who holds it and hands it on.
    private Waiting waiting(Place place) {
        Map<String, String> excluded = Stream.concat(line.decliners(place.deal()).stream(), holder(place).stream())
                .distinct()
                .collect(Collectors.toMap(member -> member, member -> "not for this leg"));
        return new Waiting(
                place.deal(),
                place.lead().pipeline(),
                new RoutingRequest(
                        place.role(),
                        place.lead().territory(),
                        place.lead().product(),
                        place.lead().language(),
                        null,
                        null,
                        null,
                        other.now(),
                        excluded),
                rehearsal.asks(place.deal()),
                place.woken());
    }

    /// What they took today matters where a policy counts it.
    private List<Colleague> people(Role role, Collection<Place> waiting) {
        List<Colleague> people = other.people().colleagues(role);
        boolean counted = waiting.stream()
                .map(place -> place.lead().pipeline())
                .distinct()
                .map(other::policyFor)
                .anyMatch(policy -> policy.of(role).spread().dailyIntake() != null);
        return counted ? other.people().taking(people, role, other.now()) : people;
    }
}
