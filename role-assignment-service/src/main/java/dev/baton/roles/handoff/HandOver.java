package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// From a reserved place to the next holder: offer, accept, transfer, confirm, release. Whoever hands over stays
/// accountable until the transfer, or a manager in their stead when they cannot.
final class HandOver {
    private final Team team;
    private final InstantSource clock;
    private final Responsibilities responsibilities;
    private final Places places;

    HandOver(Team team, InstantSource clock, Responsibilities responsibilities, Places places) {
        this.team = team;
        this.clock = clock;
        this.responsibilities = responsibilities;
        this.places = places;
    }

    /// @param to has a place reserved
    HandOff offer(HandOff handOff, Holder to, RoutingPolicy policy, Instant at) {
        return asks(handOff, to, policy) ? ask(carried(handOff, at), to, policy, at) : take(handOff, to, at);
    }

    /// A steward is where a search ends, so nobody asks; nor whether people take from themselves what they hold in
    /// another role.
    private static boolean asks(HandOff handOff, Holder to, RoutingPolicy policy) {
        boolean another = !handOff.holding().holder().member().equals(to.member());
        boolean steward = to.role() != handOff.course().leg().role();
        return another && !steward && policy.of(handOff.course().leg().role()).acceptance() == Acceptance.PERSON;
    }

    /// Nobody is late before Baton knew: the time to answer begins now, whenever its cause happened.
    private HandOff ask(HandOff handOff, Holder to, RoutingPolicy policy, Instant at) {
        Offer offer = Offer.of(handOff, to);
        responsibilities.offer(handOff, offer, policy.answerDue(to.role(), team.territories(to), clock.instant()), at);
        return handOff.offering(offer);
    }

    private HandOff take(HandOff handOff, Holder to, Instant at) {
        Offer offer = Offer.of(handOff, to);
        responsibilities.offer(handOff, offer, null, at);
        responsibilities.acceptByPolicy(handOff, offer, at);
        return transfer(handOff.offering(offer), offer, at);
    }

    /// The deal in hands that can carry it while it waits.
    ///
    /// @throws Overtaken when somebody was faster
    HandOff carried(HandOff handOff, Instant at) {
        return handOff.course().holderGone() ? standIn(handOff, handOff.course().cause(), at) : handOff;
    }

    /// A manager carries the deal meanwhile; with nobody there it stays where it is. Whoever said
    /// no to the holder may be asked again: the rows of the queue forget them with the transfer.
    ///
    /// @throws Overtaken when somebody was faster
    HandOff standIn(HandOff handOff, TransferCause cause, Instant at) {
        Holder steward = team.standIn(handOff.holding().holder());
        if (steward == null) {
            return handOff;
        }
        Holder credit = handOff.rehoming() == null
                ? handOff.holding().credit()
                : handOff.course().credit();
        responsibilities.standIn(handOff, steward, cause, credit, team.peopleAsOf(), at);
        boolean placed = places.take(handOff, steward, "stands in", at);
        places.leave(handOff, "cannot carry it any more", at);
        return handOff.held(new Holding(steward, handOff.holding().nextEpoch(), at, placed, credit))
                .searching(handOff.search().afresh());
    }

    /// Whoever had the deal before has it again, at once and whatever their load: it is theirs.
    ///
    /// @param peopleAsOf up to which position people were known; absent when it did not matter who
    ///     is there
    /// @throws Overtaken when somebody was faster
    Holding back(HandOff handOff, Holder to, TransferCause cause, @Nullable Long peopleAsOf, Instant at) {
        Offer offer = Offer.of(handOff, to);
        responsibilities.offer(handOff, offer, null, at);
        responsibilities.acceptByPolicy(handOff, offer, at);
        responsibilities.giveBack(handOff, offer, cause, peopleAsOf, at);
        boolean placed = places.take(handOff, to, "comes back", at);
        places.leave(handOff, "goes back", at);
        return new Holding(to, handOff.holding().nextEpoch(), at, placed);
    }

    /// @throws Overtaken when somebody was faster
    HandOff transfer(HandOff handOff, Offer accepted, Instant at) {
        responsibilities.transfer(handOff, accepted, at);
        places.confirm(handOff, accepted.to(), at);
        places.leave(handOff, "handed over", at);
        Holding next = new Holding(
                accepted.to(),
                handOff.holding().nextEpoch(),
                at,
                true,
                handOff.course().credit());
        return handOff.held(next).walkedOn();
    }
}
