package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one piece of news really brought about, in order. It says what was known when it was
/// decided; what was decided it is only compared with.
record RecordedStep(List<LoggedFact> facts) {
    static final RecordedStep NOTHING = new RecordedStep(List.of());

    RecordedStep {
        facts = List.copyOf(facts);
    }

    List<AssignmentDecided> decisions() {
        return facts.stream()
                .filter(fact -> fact.event() instanceof AssignmentDecided)
                .map(fact -> (AssignmentDecided) fact.event())
                .toList();
    }

    /// Up to which position the people of a role were known: as the decision about that role has
    /// it, else as whatever else depended on people, since all of them are read at once; absent
    /// when nothing did, and from earlier steps.
    @Nullable
    Long peopleAsOf(Role role) {
        AssignmentDecided about = decision(role);
        return about == null || about.peopleAsOf() == null ? peopleAsOf() : about.peopleAsOf();
    }

    /// Up to which position people were known.
    @Nullable
    Long peopleAsOf() {
        return facts.stream()
                .map(fact -> peopleAsOf(fact.event()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long peopleAsOf(Object event) {
        return switch (event) {
            case AssignmentDecided decided -> decided.peopleAsOf();
            case AssignmentEscalated escalated -> escalated.peopleAsOf();
            case ResponsibilityTransferred moved -> moved.peopleAsOf();
            case ResponsibilityReopened again -> again.peopleAsOf();
            default -> null;
        };
    }

    /// The first decision about who takes a leg of that role.
    @Nullable
    AssignmentDecided decision(Role role) {
        return decisions().stream()
                .filter(decision -> decision.role() == role)
                .findFirst()
                .orElse(null);
    }

    /// Whether the same person was asked the same: an offer that a setting answered asked nobody.
    boolean asked(OfferMade made) {
        return facts.stream()
                .anyMatch(fact -> fact.event() instanceof OfferMade real
                        && real.due() != null
                        && real.offer().equals(made.offer())
                        && real.to().equals(made.to()));
    }

    /// Whether something was done without a decision, and its holder kept the deal.
    boolean movedNobody() {
        return !facts.isEmpty()
                && peopleAsOf() == null
                && facts.stream().noneMatch(fact -> fact.event() instanceof AccountabilityFact);
    }

    /// Whether places weigh what that policy says, and whoever decides is who does it for whom it
    /// names.
    ///
    /// @param asks what the deal may have asked of its holder
    /// @param inCharge who decides for the member who is named; for the steward when nobody is
    boolean fits(RoutingPolicy policy, Set<Demand> asks, Function<@Nullable String, Holder> inCharge) {
        return facts.stream().allMatch(fact -> switch (fact.event()) {
            case SlotReserved place -> weighs(policy, asks, fact, place.weight());
            case SlotWeighed place -> weighs(policy, asks, fact, place.weight());
            case AssignmentEscalated escalated ->
                escalated
                        .manager()
                        .equals(inCharge.apply(policy.of(escalated.role()).steward())
                                .member());
            default -> true;
        });
    }

    /// Whether the holder's place weighed what that policy says, if it was left as it was: it may have been weighed
    /// anew, to the same.
    boolean leftAsItWas(@Nullable PlaceBefore before, RoutingPolicy policy, Set<Demand> asks) {
        return before == null
                || facts.isEmpty()
                || facts.stream()
                        .anyMatch(fact -> fact.event() instanceof SlotWeighed
                                && RecordedWorld.person(fact).equals(before.holder()))
                || weighs(policy, asks, before.holder().role(), before.weight());
    }

    private static boolean weighs(RoutingPolicy policy, Set<Demand> asks, LoggedFact fact, int weight) {
        return weighs(policy, asks, Role.ofStreamKind(fact.stream().kind()), weight);
    }

    private static boolean weighs(RoutingPolicy policy, Set<Demand> asks, Role role, int weight) {
        Rule rule = policy.of(role);
        return asks.stream().anyMatch(demand -> rule.weight(demand) == weight);
    }

    /// Whether somebody in that role was looked for.
    boolean soughtFor(Role role) {
        return facts.stream().anyMatch(fact -> switch (fact.event()) {
            case AssignmentDecided decided -> decided.role() == role;
            case AssignmentEscalated escalated -> escalated.role() == role;
            default -> false;
        });
    }

    boolean chose(ReserveSlot place) {
        return decisions().stream()
                .anyMatch(decision ->
                        decision.role() == place.role() && place.member().equals(decision.chosen()));
    }

    /// Whether that person gave a place.
    boolean tookPlace(Holder holder) {
        return facts.stream()
                .anyMatch(fact -> fact.event() instanceof SlotReserved
                        && RecordedWorld.person(fact).equals(holder));
    }

    /// Whether something was done, and that person gave no place.
    boolean wentWithout(ReserveSlot place) {
        return !facts.isEmpty()
                && facts.stream()
                        .noneMatch(fact -> fact.event() instanceof SlotReserved
                                && fact.stream().equals(place.stream()));
    }

    /// When it was done, by Baton's clock.
    Instant recorded(Instant otherwise) {
        return facts.isEmpty() ? otherwise : facts.getFirst().recorded();
    }
}
