package dev.baton.roles.responsibility;

import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_OF_ANOTHER;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_STANDS;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_VOID;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.CancelOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.MakeOffer;
import dev.baton.roles.responsibility.ResponsibilityState.Accepted;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.HandOver;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.responsibility.ResponsibilityState.Woken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is offered, to whom, and what they may say: one offer at a time, answered by whom it was made to.
final class StandingOfferDecisions {
    private StandingOfferDecisions() {}

    static List<ResponsibilityEvent> make(Held held, MakeOffer make) {
        ResponsibilityRefused.refuseAnotherEpoch(held.nextEpoch(), make.epoch());
        refuseWhileAnOfferStands(held.handOver());
        if (make.to().equals(held.holder())) {
            throw ResponsibilityRefused.alreadyHolds(make.to());
        }
        return List.of(new OfferMade(make.offer(), make.to(), make.epoch(), make.due()));
    }

    static List<ResponsibilityEvent> accept(HandOver handOver, AcceptOffer accept) {
        if (handOver instanceof Accepted(String offer, Holder to, Acceptance how)
                && offer.equals(accept.offer())
                && to.member().equals(accept.by())) {
            return List.of();
        }
        Offered offered = standing(handOver, accept.offer(), accept.by());
        return List.of(new OfferAccepted(offered.offer(), offered.to(), accept.acceptance()));
    }

    static List<ResponsibilityEvent> decline(HandOver handOver, DeclineOffer decline) {
        Offered offered = standing(handOver, decline.offer(), decline.by());
        return List.of(new OfferDeclined(offered.offer(), offered.to(), decline.reason(), decline.ground()));
    }

    /// Only while nobody has answered: who says yes in time, but is heard late, has said yes.
    static List<ResponsibilityEvent> expire(HandOver handOver, ExpireOffer expire) {
        return handOver instanceof Offered(String offer, Holder to) && offer.equals(expire.offer())
                ? List.of(new OfferExpired(offer, to, expire.cause()))
                : List.of();
    }

    static List<ResponsibilityEvent> cancel(HandOver handOver, CancelOffer cancel) {
        return cancel.offer().equals(offerOf(handOver))
                ? List.of(new OfferCancelled(cancel.offer(), cancel.reason()))
                : List.of();
    }

    static List<ResponsibilityEvent> withoutTheOffer(HandOver handOver, String reason) {
        List<ResponsibilityEvent> events = new ArrayList<>();
        String offer = offerOf(handOver);
        if (offer != null) {
            events.add(new OfferCancelled(offer, reason));
        }
        return events;
    }

    private static Offered standing(HandOver handOver, String offer, String by) {
        if (!(handOver instanceof Offered offered) || !offered.offer().equals(offer)) {
            throw new ResponsibilityRefused(OFFER_VOID, "offer " + offer + " does not stand any more");
        }
        if (!offered.to().member().equals(by)) {
            throw new ResponsibilityRefused(
                    OFFER_OF_ANOTHER,
                    "offer " + offer + " was made to " + offered.to().member());
        }
        return offered;
    }

    private static @Nullable String offerOf(HandOver handOver) {
        return switch (handOver) {
            case Offered offered -> offered.offer();
            case Accepted accepted -> accepted.offer();
            case Queued queued -> null;
            case Woken woken -> null;
            case Escalated escalated -> null;
            case Quiet quiet -> null;
        };
    }

    static void refuseWhileAnOfferStands(HandOver handOver) {
        String offer = offerOf(handOver);
        if (offer != null) {
            throw new ResponsibilityRefused(OFFER_STANDS, "offer " + offer + " stands");
        }
    }
}
