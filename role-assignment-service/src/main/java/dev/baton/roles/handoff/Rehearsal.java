package dev.baton.roles.handoff;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The relay of many deals in memory, as [HandOffSaga] plays it: it hears the same news, and what it does goes to
/// whatever
/// team and commands it is given. For asking what would have happened.
public final class Rehearsal {
    /// What the saga hears.
    public static final Set<Class<?>> NEWS = Set.of(
            LeadFound.class,
            LeadQualified.class,
            Negotiated.class,
            Closed.class,
            LeadDisqualified.class,
            ServiceEnded.class,
            AssignmentWoken.class,
            OfferAccepted.class,
            OfferDeclined.class,
            OfferExpired.class,
            RehomingBegun.class,
            ResponsibilityTransferred.class);

    private final Relay relay;
    private final Map<String, HandOff> handOffs = new HashMap<>();

    public Rehearsal(Team team, Relay.Commands commands, InstantSource clock) {
        relay = new Relay(team, commands, clock);
    }

    /// Whether the saga hears of it, given that somebody did it where it was done by somebody.
    public static boolean isNews(Object event) {
        return NEWS.contains(event.getClass());
    }

    public void hear(String deal, Object event, Instant at) {
        HandOff before = handOffs.get(deal);
        HandOff after = before == null ? begin(deal, event, at) : next(before, event, at);
        if (after == null) {
            handOffs.remove(deal);
        } else {
            handOffs.put(deal, after);
        }
    }

    private @Nullable HandOff begin(String deal, Object event, Instant at) {
        return event instanceof LeadFound lead ? relay.begin(deal, lead, at) : null;
    }

    private @Nullable HandOff next(HandOff now, Object event, Instant at) {
        return switch (event) {
            case LeadQualified qualified -> relay.on(now, qualified, at);
            case Negotiated negotiated -> relay.on(now, negotiated, at);
            case Closed closed when closed.outcome() == Outcome.WON -> relay.won(now, at);
            case Closed lost -> ended(now, EndCause.CLOSED_LOST, at);
            case LeadDisqualified none -> ended(now, EndCause.DISQUALIFIED, at);
            case ServiceEnded over -> ended(now, EndCause.SERVICE_ENDED, at);
            case AssignmentWoken woken -> relay.woken(now, at);
            case OfferAccepted accepted -> relay.on(now, accepted, at);
            case OfferDeclined declined -> relay.on(now, declined, at);
            case OfferExpired expired -> relay.on(now, expired, at);
            case RehomingBegun begun -> relay.on(now, begun, at);
            case ResponsibilityTransferred moved
            when moved.acceptance() == Acceptance.FORCED -> relay.reassigned(now, moved, at);
            default -> now;
        };
    }

    private @Nullable HandOff ended(HandOff now, EndCause cause, Instant at) {
        relay.end(now, cause, at);
        return null;
    }
}
