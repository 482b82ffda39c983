package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Leg.Stage;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a deal's news means for its hand-over: from holder to holder, make before break.
///
/// [Walk] goes from leg to leg, [Assignment] finds who takes one, [HandOver] moves the baton.
public final class Relay {
    static final String LEAD_IS_NONE = "the lead is none";

    /// Why a leg is left that is walked again, or not yet.
    static final Set<String> STOPPED =
            Set.of("the deal begins anew", "the deal is on hold", TransferCause.CLOSE_REVERSED.name());

    /// How far a lead has come that may still be none.
    static final Set<Stage> RETURNABLE = Set.of(Stage.FOUND, Stage.QUALIFIED);

    private final Team team;
    private final InstantSource clock;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final Walk walk;

    /// @param clock what time it is for Baton, whenever its causes happened
    public Relay(Team team, Commands commands, InstantSource clock) {
        this.team = team;
        this.clock = clock;
        this.responsibilities = new Responsibilities(commands);
        this.places = new Places(team, commands);
        this.handOver = new HandOver(team, clock, responsibilities, places);
        this.walk = new Walk(new Assignment(team, clock, responsibilities, places, handOver));
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
        return walk.on(
                asking(handOff, qualified, at).reaching(Stage.QUALIFIED).wishing(qualified.requestedHolder()), at);
    }

    HandOff on(HandOff handOff, Negotiated negotiated, Instant at) {
        return walk.on(asking(handOff, negotiated, at).reaching(Stage.NEGOTIATED), at);
    }

    HandOff won(HandOff handOff, Instant at) {
        return walk.on(asking(handOff, handOff.asks().movedOn(), at).reaching(Stage.WON), at);
    }

    /// A lead rests or is taken up, a customer is in use or has a case: the deal asks more or less of its holder than
    /// before.
    HandOff asking(HandOff handOff, DealEvent event, Instant at) {
        return asking(handOff, handOff.asks().after(event), at);
    }

    private HandOff asking(HandOff handOff, Effort now, Instant happened) {
        HandOff asking = handOff.asking(now);
        if (now.demand() != handOff.asks().demand()) {
            places.weigh(asking, handOff.holding().effective(happened));
        }
        return asking;
    }

    /// The deal is lost, merged, over, or no deal at all: nobody is accountable for it any more.
    HandOff end(HandOff handOff, EndCause cause, Instant happened) {
        if (handOff.over() != null) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        responsibilities.end(handOff, cause, at);
        Offer offer = handOff.search().offer();
        if (offer != null) {
            places.release(handOff, offer.to(), "the deal has ended", at);
        }
        places.leave(handOff, "the deal has ended", at);
        return handOff.ended(cause);
    }

    /// The deal is on its way once more: with whoever held it last when they are there, else with the manager who
    /// reopened it. A deal that was carried all along keeps its holder.
    ///
    /// @param reached how far the deal has come
    HandOff reopened(HandOff handOff, Set<Stage> reached, Holder earlier, Holder by, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        try {
            if (handOff.over() == null) {
                HandOff open = asking(quiet(handOff, "the deal begins anew", at), Effort.USUAL, at);
                return walk.on(open.backWith(open.holding(), reached), happened);
            }
            Holder next = team.here(earlier) || !team.knows(by) ? earlier : by;
            Holding again = responsibilities.reopen(handOff, next, team.peopleAsOf(), at);
            boolean placed = places.take(handOff, next, "reopened", again.since());
            Holding holding = new Holding(next, again.epoch(), again.since(), placed);
            return walk.insistently(handOff.reopened(holding, reached), happened);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }

    /// Nobody is asked while the deal rests; who cannot carry it any more hands it on all the same.
    HandOff onHold(HandOff handOff, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        try {
            return quiet(handOff, "the deal is on hold", at).resting(happened);
        } catch (Overtaken overtaken) {
            return handOff.resting(happened);
        }
    }

    HandOff resumed(HandOff handOff, Instant at) {
        return walk.on(handOff.resting(null), at);
    }

    /// A win that was none: the deal goes back to whoever closed it, when they are there, else to the manager. Heard
    /// once more, there is no win any more, and whoever has taken the deal on since keeps it.
    HandOff reversed(HandOff handOff, Holder closedBy, Holder manager, Instant happened) {
        if (!handOff.stages().contains(Stage.WON)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        Set<Stage> reached = EnumSet.of(Stage.FOUND, Stage.QUALIFIED);
        Holder to = team.here(closedBy) || !team.knows(manager) ? closedBy : manager;
        return goesBack(handOff, to, TransferCause.CLOSE_REVERSED, reached, team.peopleAsOf(), at);
    }

    /// The lead is none after all: whoever is asked is asked no more, and an executive who has it gives it back.
    HandOff returned(HandOff handOff, Instant happened) {
        if (!handOff.stages().equals(RETURNABLE)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        Holder to = goesToRepresentative(handOff);
        if (to == null) {
            return handOff.course().returnable() ? passedBack(withdrawn(handOff, LEAD_IS_NONE, at), at) : handOff;
        }
        return goesBack(handOff, to, TransferCause.LEAD_RETURNED, EnumSet.of(Stage.FOUND), null, at);
    }

    /// To whom an executive gives a lead back; absent when no executive has it, or nobody to give
    /// it to.
    static @Nullable Holder goesToRepresentative(HandOff handOff) {
        String representative = handOff.earlier().get(Role.SALES_REPRESENTATIVE);
        return handOff.holding().holder().role() != Role.ACCOUNT_EXECUTIVE || representative == null
                ? null
                : new Holder(Role.SALES_REPRESENTATIVE, representative);
    }

    private HandOff goesBack(
            HandOff handOff,
            Holder to,
            TransferCause cause,
            Set<Stage> reached,
            @Nullable Long peopleAsOf,
            Instant at) {
        boolean there = handOff.holding().holder().equals(to);
        try {
            HandOff left = there ? quiet(handOff, cause.name(), at) : withdrawn(handOff, cause.name(), at);
            HandOff open = asking(left, Effort.USUAL, at);
            if (there) {
                return walk.on(open.setBack(reached), at);
            }
            Holding back = handOver.back(open, to, cause, peopleAsOf, at);
            return walk.on(open.offered(back).backWith(back, reached), at);
        } catch (Overtaken overtaken) {
            // Wherever it was to go: whoever asks again what would have been need not know who was there.
            return asking(handOff, Effort.USUAL, at).setBack(reached);
        }
    }

    /// Nobody is asked any more, and nobody waited for.
    private HandOff quiet(HandOff handOff, String reason, Instant at) {
        if (handOff.turn().waits()) {
            responsibilities.passOver(handOff, reason, at);
        }
        return withdrawn(handOff, reason, at);
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

    /// What routing goes by was wrong. It is a fact of its own, since whoever looks back has to know
    /// from when on the relay went by it.
    void correct(HandOff handOff, DealCorrected corrected, Instant at) {
        if (corrected.territory() != null || corrected.product() != null || corrected.customer() != null) {
            AssignmentCorrected as =
                    new AssignmentCorrected(corrected.territory(), corrected.product(), corrected.customer());
            if (!handOff.lead().corrected(as).equals(handOff.lead())) {
                responsibilities.correct(handOff, as, at);
            }
        }
    }

    /// What waits is decided again; whoever is asked stays asked, and may decline.
    HandOff on(HandOff handOff, AssignmentCorrected corrected, Instant at) {
        HandOff right = handOff.corrected(corrected);
        return right.search().queued() ? woken(right, at) : right;
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
        Instant at = handOff.holding().effective(happened);
        places.release(handOff, offer.to(), "declined", at);
        if (declined.ground() == Ground.NOT_QUALIFIED && handOff.course().returnable()) {
            return passedBack(handOff, at);
        }
        HandOff answered =
                handOff.searching(handOff.search().declinedBy(offer.to().member()));
        if (declined.ground() == Ground.PACKAGE_INCOMPLETE && handOff.course().offersPackage()) {
            String missing = declined.reasonOr("the package is not complete");
            return refused(handOff.searching(handOff.search().withoutOffer()), missing, happened);
        }
        return walk.on(answered, happened);
    }

    private HandOff passedBack(HandOff handOff, Instant at) {
        try {
            responsibilities.passOver(handOff, LEAD_IS_NONE, at);
            return handOff.returned();
        } catch (Overtaken overtaken) {
            return handOff.returned();
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
        HandOff open = withdrawn(handOff, "its holder cannot hand it over any more", at);
        Holder back = handOff.holding().credit();
        if (begun.cause() == RehomingCause.RETURNED && back != null) {
            return takesBack(open, back, happened);
        }
        Leg again = Leg.of(begun.holder().role());
        try {
            return walk.insistently(
                    again == null
                            ? handOver.standIn(open, cause(begun.cause()), at)
                            : open.leaving(again, cause(begun.cause()), begun.credit()),
                    happened);
        } catch (Overtaken overtaken) {
            return open;
        }
    }

    static TransferCause cause(RehomingCause cause) {
        return switch (cause) {
            case DEPARTED -> TransferCause.HOLDER_DEPARTED;
            case ABSENT -> TransferCause.HOLDER_ABSENT;
            case RETURNED -> TransferCause.HOLDER_RETURNED;
        };
    }

    /// The legs that are behind stay behind; whoever is back by now has the deal, even if they leave again at once.
    private HandOff takesBack(HandOff handOff, Holder to, Instant happened) {
        if (handOff.holding().holder().equals(to)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        try {
            Holding back = handOver.back(handOff, to, TransferCause.HOLDER_RETURNED, null, at);
            return walk.insistently(handOff.offered(back).backWith(back, handOff.stages()), happened);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }

    private HandOff withdrawn(HandOff handOff, String reason, Instant at) {
        Offer offer = handOff.search().offer();
        if (offer != null) {
            responsibilities.cancel(handOff, offer, reason, at);
            places.release(handOff, offer.to(), "withdrawn", at);
        }
        return handOff.searching(handOff.search().afresh());
    }

    /// A manager has moved the baton: the slots follow it, and the leg under way is settled.
    HandOff reassigned(HandOff handOff, ResponsibilityTransferred forced, Instant at) {
        if (forced.epoch() <= handOff.holding().epoch()) {
            return handOff;
        }
        if (handOff.over() != null) {
            return handOff.held(new Holding(forced.to(), forced.epoch(), at, false));
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
