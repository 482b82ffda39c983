package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Leg.Stage;
import dev.baton.roles.routing.Demand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The relay of many deals in memory, as [HandOffSaga] plays it: it hears the same news, and what
/// it does goes to whatever team and commands it is given. For asking what would have happened.
public final class Rehearsal {
    /// What the saga hears.
    public static final Set<Class<?>> NEWS = Set.of(
            LeadFound.class,
            LeadQualified.class,
            Negotiated.class,
            Closed.class,
            LeadDisqualified.class,
            LeadReturned.class,
            LeadRecycled.class,
            NurtureDue.class,
            OnboardingCompleted.class,
            CaseOpened.class,
            CaseResolved.class,
            DealPutOnHold.class,
            DealResumed.class,
            DealMerged.class,
            CloseReversed.class,
            DealReopened.class,
            HandoverRejected.class,
            HandoverPrepared.class,
            HandoverRequested.class,
            ServiceEnded.class,
            AssignmentCorrected.class,
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

    /// What the deal asks of whoever takes it.
    public Demand asks(String deal) {
        HandOff now = handOffs.get(deal);
        return now == null ? Demand.USUAL : now.asks().demand();
    }

    /// What the deal may ask of its holder while that is heard.
    public Set<Demand> asks(String deal, Object event) {
        HandOff now = handOffs.get(deal);
        Effort before = now == null ? Effort.USUAL : now.asks();
        Effort told = event instanceof DealEvent fact ? before.told(fact) : before;
        boolean over = now != null && now.over() != null;
        return EnumSet.of(over ? before.demand() : before.after(event).demand(), told.demand());
    }

    /// What the deal's package lacks is forgotten, as it used to be when the holder changed.
    public void forgetThePackage(String deal) {
        handOffs.computeIfPresent(deal, (same, now) -> now.complete());
    }

    /// Whether the deal is to have another holder before support takes it with its package.
    public boolean looksForSomebodyElse(String deal) {
        HandOff now = handOffs.get(deal);
        return now != null && now.course().handsPackage() && !now.course().offersPackage();
    }

    private @Nullable HandOff begin(String deal, Object event, Instant at) {
        return event instanceof LeadFound lead ? relay.begin(deal, lead, at) : null;
    }

    /// As the saga does: what is over hears only of a manager's order and of a deal that is taken up again.
    private @Nullable HandOff next(HandOff now, Object event, Instant at) {
        return switch (event) {
            case ResponsibilityTransferred moved
            when moved.acceptance() == Acceptance.FORCED -> relay.reassigned(now, moved, at);
            case DealReopened reopened ->
                relay.wayBack().reopened(now, Stage.reachedAt(reopened.stage()), reopened.earlier(), reopened.by(), at);
            case AssignmentCorrected corrected -> relay.on(now, corrected, at);
            case DealMerged merged -> ended(now, EndCause.MERGED, at);
            case ServiceEnded over -> ended(now, EndCause.SERVICE_ENDED, at);
            default -> now.over() == null ? carried(now, event, at) : now;
        };
    }

    private HandOff carried(HandOff now, Object event, Instant at) {
        return switch (event) {
            case LeadQualified qualified -> relay.on(now, qualified, at);
            case Negotiated negotiated -> relay.on(now, negotiated, at);
            case Closed closed when closed.outcome() == Outcome.WON -> relay.won(now, at);
            case Closed lost -> relay.end(now, EndCause.CLOSED_LOST, at);
            case LeadReturned returned -> relay.wayBack().returned(now, at);
            case LeadRecycled recycled -> relay.asking(now, recycled, at);
            case NurtureDue due -> relay.asking(now, due, at);
            case OnboardingCompleted completed -> relay.asking(now, completed, at);
            case CaseOpened opened -> relay.asking(now, opened, at);
            case CaseResolved resolved -> relay.asking(now, resolved, at);
            case DealPutOnHold held -> relay.onHold(now, at);
            case DealResumed resumed -> relay.resumed(now, at);
            case CloseReversed reversed -> reversed(now, reversed, at);
            case HandoverRejected rejected -> relay.answers().on(now, rejected, at);
            case HandoverPrepared prepared -> relay.answers().prepared(now, at);
            case HandoverRequested requested -> relay.answers().prepared(now, at);
            case LeadDisqualified none -> relay.end(now, EndCause.DISQUALIFIED, at);
            case AssignmentWoken woken -> relay.woken(now, at);
            case OfferAccepted accepted -> relay.answers().on(now, accepted, at);
            case OfferDeclined declined -> relay.answers().on(now, declined, at);
            case OfferExpired expired -> relay.answers().on(now, expired, at);
            case RehomingBegun begun -> relay.on(now, begun, at);
            default -> now;
        };
    }

    private HandOff reversed(HandOff now, CloseReversed reversed, Instant at) {
        return switch (reversed.kind()) {
            case BOOKED_IN_ERROR ->
                relay.wayBack()
                        .reversed(now, reversed.closedBy(), new Holder(Role.SALES_MANAGER, reversed.requestedBy()), at);
            case CLIENT_CANCELLED -> relay.end(now, EndCause.CANCELLED, at);
        };
    }

    /// The saga ends with it.
    private @Nullable HandOff ended(HandOff now, EndCause cause, Instant at) {
        if (now.over() == null) {
            relay.end(now, cause, at);
        }
        return null;
    }
}
