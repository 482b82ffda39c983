package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.roles.handoff.Leg.Stage;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.MakeOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Open;
import dev.baton.roles.responsibility.ResponsibilityCommand.PassOver;
import dev.baton.roles.responsibility.ResponsibilityCommand.Queue;
import dev.baton.roles.responsibility.ResponsibilityCommand.RecordDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.Transfer;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingDecision;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingDecisions;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks a deal from holder to holder, make before break: decide, reserve, offer, accept, transfer, confirm, release.
/// Whoever hands over stays accountable until the transfer.
public final class Relay {
    private static final String OVERTAKEN = "nobody could take it before the deal moved on";

    private final Team team;
    private final Commands commands;
    private final Places places;

    public Relay(Team team, Commands commands) {
        this.team = team;
        this.commands = commands;
        this.places = new Places(team, commands);
    }

    /// Sends a command; what follows from it takes effect at the given moment.
    @FunctionalInterface
    public interface Commands {
        @Nullable
        Object send(Targeted command, Instant effective);
    }

    HandOff begin(String deal, LeadFound lead, Instant at) {
        Holder first = lead.holder() == null ? team.steward() : lead.holder();
        commands.send(new Open(deal, first), at);
        HandOff begun = HandOff.begin(deal, lead, new Holding(first, 0, at, false));
        return walk(begun.held(new Holding(first, 0, at, places.take(begun, first, "first holder", at))), at);
    }

    HandOff on(HandOff handOff, LeadQualified qualified, Instant at) {
        return walk(handOff.reaching(Stage.QUALIFIED).wishing(qualified.requestedHolder()), at);
    }

    HandOff on(HandOff handOff, Negotiated negotiated, Instant at) {
        return walk(handOff.reaching(Stage.NEGOTIATED), at);
    }

    HandOff won(HandOff handOff, Instant at) {
        return walk(handOff.reaching(Stage.WON), at);
    }

    /// The deal is lost or no deal at all: nobody is accountable for it any more.
    void end(HandOff handOff, EndCause cause, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        commands.send(new End(handOff.deal(), cause), at);
        Offer offer = handOff.search().offer();
        if (offer != null) {
            places.release(handOff, offer.to(), "the deal has ended", at);
        }
        places.leave(handOff, "the deal has ended", at);
    }

    HandOff woken(HandOff handOff, Instant at) {
        return walk(handOff.searching(handOff.search().woken()), at);
    }

    HandOff on(HandOff handOff, OfferAccepted accepted, Instant at) {
        Offer offer = handOff.search().offer();
        if (offer == null || !handOff.search().offered(accepted.offer())) {
            return handOff;
        }
        try {
            return walkOn(transfer(handOff, offer, handOff.holding().effective(at)), at);
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
        return walk(handOff.searching(handOff.search().declinedBy(offer.to().member())), happened);
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
        return walk(handOff.settledBy(new Holding(forced.to(), forced.epoch(), at, placed)), at);
    }

    /// Somebody may have been faster than the news of it: then everything rests until that news arrives.
    private HandOff walk(HandOff start, Instant happened) {
        try {
            return walkOn(start, happened);
        } catch (Overtaken overtaken) {
            return start;
        }
    }

    private HandOff walkOn(HandOff start, Instant happened) {
        HandOff handOff = start;
        while (true) {
            Instant at = handOff.holding().effective(happened);
            switch (handOff.next()) {
                case REST -> {
                    return handOff;
                }
                case SKIP -> handOff = handOff.walkedOn();
                case ASSIGN -> handOff = assign(handOff, at);
                case PASS_OVER -> handOff = passOver(handOff, OVERTAKEN, at);
            }
        }
    }

    private HandOff passOver(HandOff handOff, String reason, Instant at) {
        insist(
                new PassOver(
                        handOff.deal(), handOff.holding().epoch(), handOff.leg().role(), reason),
                at);
        return handOff.walkedOn();
    }

    /// Until somebody's place is ours: a place lost to another deal costs that candidate, not the hand-over.
    private HandOff assign(HandOff handOff, Instant at) {
        RoutingPolicy policy = team.policyFor(handOff.lead().pipeline());
        List<Colleague> colleagues = team.colleagues(handOff.leg().role());
        Map<String, String> exclusions = declined(handOff);
        while (true) {
            RoutingDecision decision = RoutingDecisions.decide(policy, request(handOff, exclusions), colleagues);
            insist(new RecordDecision(handOff.deal(), handOff.holding().epoch(), decision.record()), at);
            switch (decision.outcome()) {
                case ToQueue(String reason) -> {
                    return queue(handOff, reason, at);
                }
                case ToSteward(String steward) -> {
                    return toSteward(handOff, new Holder(Role.SALES_MANAGER, steward), at);
                }
                case ToMember(String member) -> {
                    Holder next = new Holder(handOff.leg().role(), member);
                    if (places.reserve(handOff, next, policy, at)) {
                        return offer(handOff, next, policy, at);
                    }
                    exclusions.put(member, "the place went to another deal");
                }
            }
        }
    }

    private static Map<String, String> declined(HandOff handOff) {
        Map<String, String> exclusions = new HashMap<>();
        handOff.search().decliners().forEach(member -> exclusions.put(member, "declined"));
        return exclusions;
    }

    private static RoutingRequest request(HandOff handOff, Map<String, String> exclusions) {
        Role role = handOff.leg().role();
        return new RoutingRequest(
                role,
                handOff.lead().territory(),
                handOff.lead().product(),
                handOff.wishes().get(role),
                handOff.earlier().get(role),
                exclusions);
    }

    private HandOff queue(HandOff handOff, String reason, Instant at) {
        if (handOff.overtaken()) {
            return passOver(handOff, OVERTAKEN, at);
        }
        commands.send(
                new Queue(
                        handOff.deal(),
                        handOff.holding().epoch(),
                        handOff.leg().role(),
                        handOff.lead().territory(),
                        reason),
                at);
        return handOff.searching(handOff.search().waiting());
    }

    private HandOff toSteward(HandOff handOff, Holder steward, Instant at) {
        if (handOff.holding().holder().equals(steward) || !team.knows(steward)) {
            return passOver(handOff, "nobody is eligible, and there is no other steward", at);
        }
        places.take(handOff, steward, "steward", at);
        return offer(handOff, steward, team.policyFor(handOff.lead().pipeline()), at);
    }

    private HandOff offer(HandOff handOff, Holder to, RoutingPolicy policy, Instant at) {
        Offer offer = Offer.of(handOff, to);
        commands.send(
                new MakeOffer(handOff.deal(), offer.id(), to, handOff.holding().nextEpoch()), at);
        HandOff offering = handOff.offering(offer);
        if (asks(offering, to, policy)) {
            return offering;
        }
        commands.send(new AcceptOffer(handOff.deal(), offer.id(), Acceptance.POLICY, to.member()), at);
        return transfer(offering, offer, at);
    }

    /// Nobody is asked whether they take from themselves what they hold in another role.
    private static boolean asks(HandOff handOff, Holder to, RoutingPolicy policy) {
        boolean another = !handOff.holding().holder().member().equals(to.member());
        return another && policy.of(handOff.leg().role()).acceptance() == Acceptance.PERSON;
    }

    private HandOff transfer(HandOff handOff, Offer offer, Instant at) {
        int epoch = handOff.holding().nextEpoch();
        insist(new Transfer(handOff.deal(), offer.id(), epoch, handOff.leg().cause(handOff.stages())), at);
        places.confirm(handOff, offer.to(), at);
        places.leave(handOff, "handed over", at);
        return handOff.held(new Holding(offer.to(), epoch, at, true)).walkedOn();
    }

    /// The first command of each step: from then on this deal is ours until the commit.
    private void insist(ResponsibilityCommand command, Instant at) {
        if (!(commands.send(command, at) instanceof ResponsibilityAnswer answer && answer.done())) {
            throw new Overtaken();
        }
    }

    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super(null, null, false, false);
        }
    }
}
