package dev.baton.roles.handoff;

import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.time.InstantSource;

/// What comes of the answer of somebody who was asked, and of what support says to the package.
final class Answers {
    private final Team team;
    private final InstantSource clock;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final WayBack wayBack;
    private final Walk walk;

    Answers(
            Team team,
            InstantSource clock,
            Responsibilities responsibilities,
            Places places,
            HandOver handOver,
            WayBack wayBack,
            Walk walk) {
        this.team = team;
        this.clock = clock;
        this.responsibilities = responsibilities;
        this.places = places;
        this.handOver = handOver;
        this.wayBack = wayBack;
        this.walk = walk;
    }

    HandOff on(HandOff handOff, OfferAccepted accepted, Instant at) {
        Offer offer = handOff.search().offer();
        if (offer == null || !handOff.search().offered(accepted.offer())) {
            return handOff;
        }
        try {
            return walk.insistently(
                    handOver.transfer(handOff, offer, handOff.holding().effective(at)), at);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }

    HandOff on(HandOff handOff, OfferDeclined declined, Instant happened) {
        Offer offer = handOff.search().offer();
        if (offer == null || !handOff.search().offered(declined.offer())) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        places.release(handOff, offer.to(), "declined", at);
        if (declined.ground() == Ground.NOT_QUALIFIED && handOff.course().returnable()) {
            return wayBack.passedBack(handOff, at);
        }
        HandOff answered =
                handOff.searching(handOff.search().declinedBy(offer.to().member()));
        if (declined.ground() == Ground.PACKAGE_INCOMPLETE && handOff.course().offersPackage()) {
            String missing = declined.reasonOr("the package is not complete");
            return refused(handOff.searching(handOff.search().withoutOffer()), missing, happened);
        }
        return walk.on(answered, happened);
    }

    HandOff on(HandOff handOff, OfferExpired expired, Instant happened) {
        Offer offer = handOff.search().offer();
        if (offer == null || !handOff.search().offered(expired.offer())) {
            return handOff;
        }
        places.release(handOff, offer.to(), "did not answer", handOff.holding().effective(happened));
        return walk.on(handOff.searching(handOff.search().missedBy(offer.to().member())), happened);
    }

    /// What support has said to the deal. What they said by declining an offer was heard when they did.
    HandOff on(HandOff handOff, HandoverRejected rejected, Instant happened) {
        return rejected.offer() == null ? refused(handOff, String.join(", ", rejected.missing()), happened) : handOff;
    }

    /// Support does not take the deal as it is: nobody else is asked until its holder has completed the package.
    private HandOff refused(HandOff handOff, String missing, Instant happened) {
        if (!handOff.course().handsPackage() || handOff.search().lacking() != null) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        try {
            responsibilities.refusePackage(handOff, missing, packageDue(handOff), at);
            Offer offer = handOff.search().offer();
            if (offer != null && handOff.course().offersPackage()) {
                places.release(handOff, offer.to(), "the package is not complete", at);
            }
            return handOff.without(missing);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }

    private Instant packageDue(HandOff handOff) {
        RoutingPolicy policy = team.policyFor(handOff.lead().pipeline());
        return policy.packageDue(team.territories(handOff.holding().holder()), clock.instant());
    }

    /// What was missing is there: support is asked again, and what a manager was to decide before is theirs to decide
    /// anew.
    HandOff prepared(HandOff handOff, Instant at) {
        try {
            return walk.insistently(handOff.complete(), at);
        } catch (Overtaken overtaken) {
            return HandOffHistory.skipped(handOff.searching(handOff.search().complete()));
        }
    }
}
