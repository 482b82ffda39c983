package dev.baton.roles.handoff;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.handoff.Heard.Effect;
import dev.baton.roles.handoff.Leg.Stage;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a relay's state has become, read off what it heard and what it did: no command is sent, nobody is asked, no
/// policy is looked at. What it decided at the time is what is on record.
public final class HandOffHistory {
    private HandOffHistory() {}

    /// @return nothing when the deal has not begun
    public static @Nullable HandOff after(@Nullable HandOff before, String deal, Heard heard) {
        HandOff now = before == null ? begun(deal, heard) : skipped(heard(before, heard));
        if (now == null) {
            return null;
        }
        for (Effect effect : heard.effects()) {
            now = skipped(done(now, heard, effect));
        }
        return now;
    }

    private static @Nullable HandOff begun(String deal, Heard heard) {
        if (!(heard.event() instanceof LeadFound lead)) {
            return null;
        }
        for (Effect effect : heard.effects()) {
            if (effect.event() instanceof ResponsibilityOpened(var first)) {
                return skipped(HandOff.begin(deal, lead, new Holding(first, 0, effect.at(), false)));
            }
        }
        return null;
    }

    /// A leg whose role the holder has already is behind without a fact of it.
    static HandOff skipped(HandOff now) {
        HandOff skipped = now;
        while (skipped.turn().next() == Turn.Step.SKIP) {
            skipped = skipped.walkedOn();
        }
        return skipped;
    }

    // --- what it heard ---------------------------------------------------------------------------------------------

    private static HandOff heard(HandOff before, Heard heard) {
        if (heard.event() instanceof AssignmentCorrected corrected) {
            HandOff right = before.corrected(corrected);
            return right.search().queued() ? right.searching(right.search().woken()) : right;
        }
        HandOff now = before.over() == null ? before.asking(before.asks().after(heard.event())) : before;
        if (now.over() != null) {
            return heard.event() instanceof ResponsibilityTransferred moved
                            && moved.epoch() > now.holding().epoch()
                    ? now.held(new Holding(moved.to(), moved.epoch(), heard.at(), false))
                    : now;
        }
        return switch (heard.event()) {
            case LeadQualified qualified -> now.reaching(Stage.QUALIFIED).wishing(qualified.requestedHolder());
            case Negotiated negotiated -> now.reaching(Stage.NEGOTIATED);
            case Closed closed when closed.outcome() == Outcome.WON -> now.reaching(Stage.WON);
            case HandoverRequested requested -> prepared(now, heard);
            case HandoverPrepared prepared -> prepared(now, heard);
            case DealPutOnHold held -> onHold(now, heard);
            case DealResumed resumed -> now.resting(null);
            case DealReopened reopened -> reopened(now, reopened, heard);
            case CloseReversed reversed -> reversed(now, reversed, heard);
            case LeadReturned returned -> returned(now, heard);
            case AssignmentWoken woken -> now.searching(now.search().woken());
            case OfferDeclined declined -> declined(now, declined, heard);
            case OfferExpired expired -> expired(now, expired);
            case RehomingBegun begun -> rehoming(now, begun, heard);
            case ResponsibilityTransferred forced
            when forced.epoch() > now.holding().epoch() ->
                now.settledBy(new Holding(forced.to(), forced.epoch(), heard.at(), false));
            default -> now;
        };
    }

    /// Nobody is asked or waited for any more, unless somebody was faster.
    private static boolean quiet(HandOff now, Heard heard) {
        return !now.turn().waits() || heard.brought(LegPassedOver.class);
    }

    /// When nothing followed, somebody was faster, or a manager was still to decide, as it used to be.
    private static HandOff prepared(HandOff now, Heard heard) {
        return heard.effects().isEmpty() ? now.searching(now.search().complete()) : now.complete();
    }

    private static HandOff onHold(HandOff now, Heard heard) {
        HandOff resting = now.resting(heard.at());
        return quiet(now, heard) ? resting.searching(now.search().afresh()) : resting;
    }

    private static HandOff reopened(HandOff now, DealReopened reopened, Heard heard) {
        return quiet(now, heard)
                ? now.backWith(now.holding(), Stage.reachedAt(reopened.stage())).asking(Effort.USUAL)
                : now;
    }

    /// Whether or not somebody was faster.
    private static HandOff returned(HandOff now, Heard heard) {
        if (!now.stages().equals(WayBack.RETURNABLE)) {
            return now;
        }
        if (WayBack.goesToRepresentative(now) == null) {
            return now.course().returnable() ? now.returned() : now;
        }
        return heard.gaveBack(TransferCause.LEAD_RETURNED) ? now : now.setBack(EnumSet.of(Stage.FOUND));
    }

    private static HandOff reversed(HandOff now, CloseReversed reversed, Heard heard) {
        if (reversed.kind() == Reversal.CLIENT_CANCELLED || !now.stages().contains(Stage.WON)) {
            return now;
        }
        return heard.gaveBack(TransferCause.CLOSE_REVERSED)
                ? now.searching(now.search().afresh()).asking(Effort.USUAL)
                : now.setBack(EnumSet.of(Stage.FOUND, Stage.QUALIFIED));
    }

    private static HandOff declined(HandOff now, OfferDeclined declined, Heard heard) {
        Offer offer = now.search().offer();
        if (offer == null || !now.search().offered(declined.offer())) {
            return now;
        }
        if (declined.ground() == Ground.NOT_QUALIFIED && now.course().returnable()) {
            return now.returned();
        }
        boolean refused =
                declined.ground() == Ground.PACKAGE_INCOMPLETE && now.course().offersPackage() && !wentOn(heard);
        return refused
                ? now.searching(now.search().withoutOffer())
                : now.searching(now.search().declinedBy(offer.to().member()));
    }

    /// As it used to when whoever handed it over had gone: somebody else was asked.
    private static boolean wentOn(Heard heard) {
        return heard.brought(OfferMade.class)
                || heard.brought(AssignmentQueued.class)
                || heard.brought(AssignmentEscalated.class)
                || heard.brought(LegPassedOver.class);
    }

    private static HandOff expired(HandOff now, OfferExpired expired) {
        Offer offer = now.search().offer();
        return offer == null || !now.search().offered(expired.offer())
                ? now
                : now.searching(now.search().missedBy(offer.to().member()));
    }

    /// Whose leg is walked once more is looked for; when somebody was faster, nothing but the offer is gone.
    private static HandOff rehoming(HandOff now, RehomingBegun begun, Heard heard) {
        if (begun.epoch() != now.holding().epoch()) {
            return now;
        }
        HandOff open = now.searching(now.search().afresh());
        Leg again = Leg.of(begun.holder().role());
        boolean goesBack =
                begun.cause() == RehomingCause.RETURNED && now.holding().credit() != null;
        boolean overtaken = heard.effects().stream().allMatch(HandOffHistory::tidies);
        return goesBack || again == null || overtaken
                ? open
                : open.leaving(again, Relay.cause(begun.cause()), begun.credit());
    }

    private static boolean tidies(Effect effect) {
        return effect.person() != null || effect.event() instanceof OfferCancelled;
    }

    // --- what it did -----------------------------------------------------------------------------------------------

    private static HandOff done(HandOff now, Heard heard, Effect effect) {
        return switch (effect.event()) {
            case OfferMade made -> sought(now, made.to().role()).offering(new Offer(made.offer(), made.to()));
            case OfferCancelled cancelled -> now.searching(now.search().withoutOffer());
            case AssignmentQueued queued -> {
                HandOff sought = sought(now, queued.role());
                yield sought.searching(sought.search().waiting());
            }
            case AssignmentEscalated escalated -> {
                HandOff sought = sought(now, escalated.role());
                yield sought.searching(sought.search().escalatedTo(escalated.manager()));
            }
            case LegPassedOver passed -> passedOver(now, passed);
            case PackageRefused refused -> now.without(refused.missing());
            case ResponsibilityTransferred moved -> moved(now, moved, effect);
            case ResponsibilityReopened reopened ->
                now.reopened(new Holding(reopened.holder(), reopened.epoch(), effect.at(), false), reached(heard));
            case ResponsibilityEnded ended -> now.ended(ended.cause());
            default -> now;
        };
    }

    /// For whom support is looked for, that lacks nothing, or it was forgotten that it does, as it used to be when the
    /// holder changed.
    private static HandOff sought(HandOff now, Role role) {
        return role == Role.CUSTOMER_SUPPORT_REPRESENTATIVE
                ? now.searching(now.search().complete())
                : now;
    }

    private static HandOff passedOver(HandOff now, LegPassedOver passed) {
        if (passed.reason().equals(WayBack.LEAD_IS_NONE)) {
            return now.returned();
        }
        return Relay.STOPPED.contains(passed.reason()) ? now : now.walkedOn();
    }

    private static HandOff moved(HandOff now, ResponsibilityTransferred moved, Effect effect) {
        Holding next = new Holding(moved.to(), moved.epoch(), effect.at(), false, moved.credit());
        if (moved.offer() == null) {
            return now.held(next).searching(now.search().afresh());
        }
        return switch (moved.cause()) {
            case HOLDER_RETURNED -> now.backWith(next, now.stages());
            case CLOSE_REVERSED -> now.backWith(next, EnumSet.of(Stage.FOUND, Stage.QUALIFIED));
            case LEAD_RETURNED -> now.backWith(next, EnumSet.of(Stage.FOUND)).asking(Effort.USUAL);
            case LEAD_FOUND, LEAD_QUALIFIED, NEGOTIATED, CLOSED_WON, REASSIGNED, HOLDER_DEPARTED, HOLDER_ABSENT ->
                now.held(next).walkedOn();
        };
    }

    private static Set<Stage> reached(Heard heard) {
        return heard.event() instanceof DealReopened reopened
                ? Stage.reachedAt(reopened.stage())
                : EnumSet.of(Stage.FOUND);
    }
}
