package dev.baton.roles.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.handoff.Department.Told;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold at any prefix of the log, read off the events alone: it knows no state and no decision.
final class Invariants {
    private record Held(Holder holder, int epoch) {}

    private static final class Person {
        int capacity;
        boolean here = true;
        final Map<String, Integer> places = new HashMap<>();
    }

    private final String seed;
    private final Map<String, Held> holdings = new HashMap<>();
    private final Map<String, Held> last = new HashMap<>();
    private final Map<String, OfferMade> standing = new HashMap<>();
    private final Map<String, Holder> accepted = new HashMap<>();
    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Map<Holder, Person> people = new HashMap<>();

    private Invariants(String seed) {
        this.seed = seed;
    }

    static void hold(String seed, List<Told> log) {
        Invariants invariants = new Invariants(seed);
        log.forEach(invariants::check);
    }

    private void check(Told told) {
        switch (told.command()) {
            case ResponsibilityCommand of -> responsibility(of.deal(), told.event());
            case SlotKeepingCommand of -> person(new Holder(of.role(), of.member()), told.event());
            default -> throw new AssertionError(told);
        }
    }

    private void responsibility(String deal, Object event) {
        switch (event) {
            case ResponsibilityOpened opened -> {
                same("nobody holds it yet", null, holdings.get(deal));
                holdings.put(deal, new Held(opened.holder(), 0));
            }
            case ResponsibilityTransferred moved -> transferred(deal, moved);
            case ResponsibilityEnded ended -> {
                Held held = new Held(ended.holder(), ended.epoch());
                same("who ends it holds it", holdings.remove(deal), held);
                last.put(deal, held);
            }
            case ResponsibilityReopened again -> {
                same("nobody holds it", null, holdings.get(deal));
                same("the epoch grows by one", last.get(deal).epoch() + 1, again.epoch());
                holdings.put(deal, new Held(again.holder(), again.epoch()));
            }
            case OfferMade made -> {
                same("one offer stands", null, standing.get(deal));
                same("an offer is for the next epoch", held(deal).epoch() + 1, made.epoch());
                standing.put(deal, made);
            }
            case OfferAccepted yes -> {
                answered(deal, yes.offer(), yes.by());
                accepted.put(deal, yes.by());
            }
            case OfferDeclined no -> withdrawn(deal, no.offer());
            case OfferExpired no -> withdrawn(deal, no.offer());
            case OfferCancelled no -> withdrawn(deal, no.offer());
            case AssignmentCorrected as ->
                same("has or had a holder", true, holdings.containsKey(deal) || last.containsKey(deal));
            case AssignmentEscalated escalated -> {
                same("happens under somebody's responsibility", true, holdings.containsKey(deal));
                asked.put(deal, new HashSet<>(Set.of(escalated.manager())));
            }
            case DecisionEscalated on -> goesOn(deal, on);
            default -> same("happens under somebody's responsibility", true, holdings.containsKey(deal));
        }
    }

    /// Nobody is asked twice for one decision, and when every manager is asked it ends there.
    private void goesOn(String deal, DecisionEscalated on) {
        Set<String> before = asked.getOrDefault(deal, Set.of());
        same("who was asked has not decided", true, before.contains(on.from()));
        if (on.to() == null) {
            asked.remove(deal);
        } else {
            same("nobody is asked twice", true, before.add(on.to()));
        }
    }

    private void transferred(String deal, ResponsibilityTransferred moved) {
        same("who hands over holds it", held(deal).holder(), moved.from());
        same("the epoch grows by one", held(deal).epoch() + 1, moved.epoch());
        if (moved.acceptance() == Acceptance.FORCED) {
            same("a forced hand-over has an author", true, moved.by() != null);
        } else {
            same("who takes it has said yes", accepted.get(deal), moved.to());
            same("to this offer", Objects.requireNonNull(standing.get(deal)).offer(), moved.offer());
        }
        accepted.remove(deal);
        standing.remove(deal);
        holdings.put(deal, new Held(moved.to(), moved.epoch()));
    }

    private void answered(String deal, String offer, Holder by) {
        OfferMade made = Objects.requireNonNull(standing.get(deal), seed);
        same("who was asked answers", made.to(), by);
        same("what was asked", made.offer(), offer);
    }

    private void withdrawn(String deal, String offer) {
        same(
                "what is withdrawn stands",
                offer,
                Objects.requireNonNull(standing.remove(deal), seed).offer());
        accepted.remove(deal);
    }

    private void person(Holder who, Object event) {
        Person person = people.computeIfAbsent(who, key -> new Person());
        switch (event) {
            case MemberJoined joined -> {
                person.capacity = joined.capacity();
                person.here = true;
            }
            case CapacityChanged changed -> person.capacity = changed.capacity();
            case AvailabilityChanged changed -> person.here = changed.availability() == Availability.AVAILABLE;
            case MemberDeparted gone -> person.here = false;
            case SlotReserved reserved -> reserved(who, person, reserved);
            case SlotWeighed weighed ->
                same(
                        "only what is held is weighed",
                        true,
                        person.places.replace(weighed.deal(), weighed.weight()) != null);
            case SlotReleased released ->
                same("a place is given back once", true, person.places.remove(released.deal()) != null);
            default -> {}
        }
    }

    private void reserved(Holder who, Person person, SlotReserved reserved) {
        same("one place per deal", null, person.places.put(reserved.deal(), reserved.weight()));
        int load = person.places.values().stream().mapToInt(Integer::intValue).sum();
        if (!reserved.override()) {
            same(who + " has room", true, load <= person.capacity);
            same(who + " is there", true, person.here);
        }
    }

    private Held held(String deal) {
        return Objects.requireNonNull(holdings.get(deal), seed);
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual) {
        assertThat(actual).as("%s (%s)", what, seed).isEqualTo(expected);
    }
}
