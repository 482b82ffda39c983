package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a deal's news means for its hand-over: from holder to holder, make before break.
///
/// [Walk] goes from leg to leg, [Assignment] finds who takes one, [HandOver] moves the baton.
public final class Relay {
    /// Why a leg is left that is walked again, or not yet.
    static final Set<String> STOPPED =
            Set.of("the deal begins anew", "the deal is on hold", TransferCause.CLOSE_REVERSED.name());

    private final Team team;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final Withdrawal withdrawal;
    private final Walk walk;
    private final WayBack wayBack;
    private final Answers answers;

    /// @param clock what time it is for Baton, whenever its causes happened
    public Relay(Team team, Commands commands, InstantSource clock) {
        this.team = team;
        this.responsibilities = new Responsibilities(commands);
        this.places = new Places(team, commands);
        this.handOver = new HandOver(team, clock, responsibilities, places);
        this.withdrawal = new Withdrawal(responsibilities, places);
        this.walk = new Walk(new Assignment(team, clock, responsibilities, places, handOver));
        this.wayBack = new WayBack(team, responsibilities, places, handOver, withdrawal, walk);
        this.answers = new Answers(team, clock, responsibilities, places, handOver, wayBack, walk);
    }

    /// Sends a command; what follows from it takes effect at the given moment.
    @FunctionalInterface
    public interface Commands {
        @Nullable
        Object send(Targeted command, Instant effective);
    }

    /// What comes of the answers of those who were asked, and of what support says to the package.
    Answers answers() {
        return answers;
    }

    /// How the baton goes back to somebody who had it before.
    WayBack wayBack() {
        return wayBack;
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
        return walk.on(places.asking(handOff, handOff.asks().movedOn(), at).reaching(Stage.WON), at);
    }

    /// A lead rests or is taken up, a customer is in use or has a case: the deal asks more or less of its holder than
    /// before.
    HandOff asking(HandOff handOff, DealEvent event, Instant at) {
        return places.asking(handOff, handOff.asks().after(event), at);
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

    /// Nobody is asked while the deal rests; who cannot carry it any more hands it on all the same.
    HandOff onHold(HandOff handOff, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        try {
            return withdrawal.ofSearch(handOff, "the deal is on hold", at).resting(happened);
        } catch (Overtaken overtaken) {
            return handOff.resting(happened);
        }
    }

    HandOff resumed(HandOff handOff, Instant at) {
        return walk.on(handOff.resting(null), at);
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

    /// The holder cannot carry the deal any more: their leg is walked once more. Who stood in without a leg of their
    /// own hands over to another manager, and the deal goes on from where it is.
    HandOff on(HandOff handOff, RehomingBegun begun, Instant happened) {
        if (begun.epoch() != handOff.holding().epoch()) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        HandOff open = withdrawal.ofOffer(handOff, "its holder cannot hand it over any more", at);
        Holder back = handOff.holding().credit();
        if (begun.cause() == RehomingCause.RETURNED && back != null) {
            return wayBack.takesBack(open, back, happened);
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
