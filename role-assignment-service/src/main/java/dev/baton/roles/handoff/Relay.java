package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a deal's news means for its hand-over: from holder to holder, make before break.
///
/// [Walk] goes from leg to leg, [Assignment] finds who takes one, [HandOver] moves the baton.
public final class Relay {
    private final Team team;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final Walk walk;

    /// @param clock what time it is for Baton, whenever its causes happened
    public Relay(Team team, Commands commands, InstantSource clock) {
        this.team = team;
        this.responsibilities = new Responsibilities(commands);
        this.places = new Places(team, commands);
        this.handOver = new HandOver(team, clock, responsibilities, places);
        this.walk = new Walk(new Assignment(team, responsibilities, places, handOver));
    }

    /// Sends a command; what follows from it takes effect at the given moment.
    @FunctionalInterface
    public interface Commands {
        @Nullable
        Object send(Targeted command, Instant effective);
    }

    HandOff begin(String deal, LeadFound lead, Instant at) {
        Holder first = lead.holder() == null ? team.steward() : lead.holder();
        responsibilities.open(deal, first, at);
        HandOff begun = HandOff.begin(deal, lead, new Holding(first, 0, at, false));
        boolean placed = places.take(begun, first, "first holder", at);
        return walk.on(begun.held(new Holding(first, 0, at, placed)), at);
    }

    HandOff on(HandOff handOff, LeadQualified qualified, Instant at) {
        return walk.on(handOff.reaching(Stage.QUALIFIED).wishing(qualified.requestedHolder()), at);
    }

    HandOff on(HandOff handOff, Negotiated negotiated, Instant at) {
        return walk.on(handOff.reaching(Stage.NEGOTIATED), at);
    }

    HandOff won(HandOff handOff, Instant at) {
        return walk.on(handOff.reaching(Stage.WON), at);
    }

    /// The deal is lost or no deal at all: nobody is accountable for it any more.
    void end(HandOff handOff, EndCause cause, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        responsibilities.end(handOff, cause, at);
        Offer offer = handOff.search().offer();
        if (offer != null) {
            places.release(handOff, offer.to(), "the deal has ended", at);
        }
        places.leave(handOff, "the deal has ended", at);
    }

    HandOff woken(HandOff handOff, Instant at) {
        return walk.on(handOff.searching(handOff.search().woken()), at);
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
        places.release(handOff, offer.to(), "declined", handOff.holding().effective(happened));
        if (declined.ground() == Ground.NOT_QUALIFIED && handOff.returnable()) {
            return returned(handOff, handOff.holding().effective(happened));
        }
        return walk.on(handOff.searching(handOff.search().declinedBy(offer.to().member())), happened);
    }

    private HandOff returned(HandOff handOff, Instant at) {
        try {
            responsibilities.passOver(handOff, "the lead is none", at);
            return handOff.returned();
        } catch (Overtaken overtaken) {
            return handOff.searching(Search.FRESH);
        }
    }

    HandOff on(HandOff handOff, OfferExpired expired, Instant happened) {
        Offer offer = handOff.search().offer();
        if (offer == null || !handOff.search().offered(expired.offer())) {
            return handOff;
        }
        places.release(handOff, offer.to(), "did not answer", handOff.holding().effective(happened));
        return walk.on(handOff.searching(handOff.search().missedBy(offer.to().member())), happened);
    }

    /// The holder cannot carry the deal any more: their leg is walked once more. Who stood in without a leg of their
    /// own hands over to another manager, and the deal goes on from where it is.
    HandOff on(HandOff handOff, RehomingBegun begun, Instant happened) {
        if (begun.epoch() != handOff.holding().epoch()) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        HandOff open = withdrawn(handOff, at);
        Leg again = Leg.of(begun.holder().role());
        try {
            return walk.insistently(
                    again == null
                            ? handOver.standIn(open, cause(begun.cause()), at)
                            : open.leaving(again, cause(begun.cause())),
                    happened);
        } catch (Overtaken overtaken) {
            return open;
        }
    }

    private static TransferCause cause(RehomingCause cause) {
        return switch (cause) {
            case DEPARTED -> TransferCause.HOLDER_DEPARTED;
            case ABSENT -> TransferCause.HOLDER_ABSENT;
        };
    }

    private HandOff withdrawn(HandOff handOff, Instant at) {
        Offer offer = handOff.search().offer();
        if (offer != null) {
            responsibilities.cancel(handOff, offer, "its holder cannot hand it over any more", at);
            places.release(handOff, offer.to(), "withdrawn", at);
        }
        return handOff.searching(Search.FRESH);
    }

    /// A manager has moved the baton: the slots follow it, and the leg under way is settled.
    HandOff reassigned(HandOff handOff, ResponsibilityTransferred forced, Instant at) {
        if (forced.epoch() <= handOff.holding().epoch()) {
            return handOff;
        }
        Offer offer = handOff.search().offer();
        if (offer != null && !offer.to().equals(forced.to())) {
            places.release(handOff, offer.to(), "reassigned", at);
        }
        boolean placed = places.take(handOff, forced.to(), "reassigned by " + forced.by(), at);
        places.leave(handOff, "reassigned", at);
        return walk.on(handOff.settledBy(new Holding(forced.to(), forced.epoch(), at, placed)), at);
    }
}
