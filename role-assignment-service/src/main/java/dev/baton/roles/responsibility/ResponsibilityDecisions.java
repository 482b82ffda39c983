package dev.baton.roles.responsibility;

import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.ALREADY_HOLDS;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.ENDED;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.NOT_ACCEPTED;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.NOT_OPEN;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_OF_ANOTHER;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_STANDS;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OFFER_VOID;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OLD_EPOCH;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.CancelOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Correct;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.Escalate;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.MakeOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Open;
import dev.baton.roles.responsibility.ResponsibilityCommand.PassOver;
import dev.baton.roles.responsibility.ResponsibilityCommand.Queue;
import dev.baton.roles.responsibility.ResponsibilityCommand.RecordDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.RefusePackage;
import dev.baton.roles.responsibility.ResponsibilityCommand.Reopen;
import dev.baton.roles.responsibility.ResponsibilityCommand.StandIn;
import dev.baton.roles.responsibility.ResponsibilityCommand.Transfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Accepted;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.HandOver;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.responsibility.ResponsibilityState.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may become accountable, and when. One holder at a time; the epoch grows by one; what speaks of an old epoch
/// is refused; a transfer needs an accepted offer, or a manager.
public final class ResponsibilityDecisions {
    private static final String WAITED = "has waited for too long";

    /// Why an offer is withdrawn of which nobody who has said no is asked again.
    public static final String PACKAGE_NOT_COMPLETE = "the package is not complete";

    private ResponsibilityDecisions() {}

    /// @throws ResponsibilityRefused when it cannot be
    public static List<? extends ResponsibilityEvent> decide(ResponsibilityState state, ResponsibilityCommand command) {
        return switch (state) {
            case NotOpened none -> open(command);
            case Held held -> inHand(held, command);
            case Ended ended -> afterTheEnd(ended, command);
        };
    }

    private static List<ResponsibilityEvent> open(ResponsibilityCommand command) {
        if (command instanceof Open open) {
            return List.of(new ResponsibilityOpened(open.holder()));
        }
        throw new ResponsibilityRefused(NOT_OPEN, "nobody is accountable for deal " + command.deal() + " yet");
    }

    private static List<? extends ResponsibilityEvent> afterTheEnd(Ended ended, ResponsibilityCommand command) {
        if (command instanceof Reopen reopen) {
            return List.of(new ResponsibilityReopened(
                    reopen.holder(), reopenedUnder(ended.epoch() + 1, reopen.epoch()), reopen.peopleAsOf()));
        }
        if (command instanceof Correct correct) {
            return List.of(correct.as());
        }
        if (command instanceof Open
                || command instanceof End
                || command instanceof Wake
                || command instanceof EscalateWait
                || command instanceof EscalateDecision
                || command instanceof ExpireOffer
                || command instanceof BeginRehoming) {
            return List.of();
        }
        throw new ResponsibilityRefused(ENDED, "the responsibility for deal " + command.deal() + " has ended");
    }

    /// A manager may have moved the deal before it ended, and whoever reopens it not know of it
    /// yet.
    private static int reopenedUnder(int next, int told) {
        if (told > next) {
            throw new ResponsibilityRefused(OLD_EPOCH, "epoch " + told + " was told, " + next + " is due");
        }
        return next;
    }

    private static List<? extends ResponsibilityEvent> inHand(Held held, ResponsibilityCommand command) {
        return switch (command) {
            case Open again -> List.of();
            case RecordDecision record -> record(held, record);
            case Queue queue -> queue(held, queue);
            case Wake wake -> wake(held.handOver(), wake);
            case Correct correct -> List.of(correct.as());
            case Escalate escalate -> escalate(held, escalate);
            case EscalateWait wait -> escalateWait(held.handOver(), wait);
            case EscalateDecision on -> escalateDecision(held.handOver(), on);
            case PassOver pass -> passOver(held, pass);
            case MakeOffer make -> make(held, make);
            case AcceptOffer accept -> accept(held.handOver(), accept);
            case DeclineOffer decline -> decline(held.handOver(), decline);
            case ExpireOffer expire -> expire(held.handOver(), expire);
            case CancelOffer cancel -> cancel(held.handOver(), cancel);
            case Transfer transfer -> transfer(held, transfer);
            case ForceTransfer force -> force(held, force);
            case BeginRehoming begin -> rehome(held, begin);
            case StandIn standIn -> standIn(held, standIn);
            case RefusePackage refuse -> refusePackage(held, refuse);
            case Reopen again -> List.of();
            case End end -> end(held, end);
        };
    }

    private static List<ResponsibilityEvent> record(Held held, RecordDecision record) {
        refuseAnotherEpoch(held.epoch(), record.epoch());
        refuseWhileAnOfferStands(held.handOver());
        return List.of(record.decision());
    }

    private static List<ResponsibilityEvent> queue(Held held, Queue queue) {
        refuseAnotherEpoch(held.epoch(), queue.epoch());
        refuseWhileAnOfferStands(held.handOver());
        return waits(held.handOver(), queue.role())
                ? List.of()
                : List.of(new AssignmentQueued(
                        queue.role(), queue.territory(), queue.reason(), dueOf(held.handOver(), queue)));
    }

    private static boolean waits(HandOver handOver, Role role) {
        return handOver instanceof Queued queued && queued.role() == role;
    }

    /// A leg that was woken in vain has waited all the while.
    private static @Nullable Instant dueOf(HandOver handOver, Queue queue) {
        return handOver instanceof Woken(Queued before) && before.role() == queue.role() && before.due() != null
                ? before.due()
                : queue.due();
    }

    private static List<ResponsibilityEvent> wake(HandOver handOver, Wake wake) {
        return waits(handOver, wake.role()) ? List.of(new AssignmentWoken(wake.role(), wake.cause())) : List.of();
    }

    private static List<ResponsibilityEvent> escalate(Held held, Escalate escalate) {
        refuseAnotherEpoch(held.epoch(), escalate.epoch());
        refuseWhileAnOfferStands(held.handOver());
        return held.handOver() instanceof Escalated escalated && escalated.role() == escalate.role()
                ? List.of()
                : List.of(new AssignmentEscalated(
                        escalate.role(),
                        escalate.manager(),
                        escalate.reason(),
                        escalate.due(),
                        null,
                        escalate.peopleAsOf()));
    }

    /// Only what still waits, and of which no manager knows; it goes on waiting, since a place may
    /// free any time.
    private static List<ResponsibilityEvent> escalateWait(HandOver handOver, EscalateWait wait) {
        return handOver instanceof Queued queued && queued.role() == wait.role() && queued.overdue(wait.now())
                ? List.of(new AssignmentEscalated(wait.role(), wait.manager(), WAITED, wait.due(), true))
                : List.of();
    }

    /// Once for each who was asked: whoever is asked next has their time, and when every manager is
    /// asked there is nobody to go on to.
    private static List<ResponsibilityEvent> escalateDecision(HandOver handOver, EscalateDecision on) {
        Decision decision = decisionOf(handOver, on.role());
        return decision != null && decision.manager().equals(on.from()) && decision.overdue(on.now())
                ? List.of(goesOn(decision, on))
                : List.of();
    }

    private static DecisionEscalated goesOn(Decision decision, EscalateDecision on) {
        return on.line().stream()
                .filter(next -> !decision.asked().contains(next.manager()))
                .findFirst()
                .map(next -> new DecisionEscalated(on.role(), on.from(), next.manager(), next.due()))
                .orElseGet(() -> new DecisionEscalated(on.role(), on.from(), null, null));
    }

    private static @Nullable Decision decisionOf(HandOver handOver, Role role) {
        return switch (handOver) {
            case Queued queued -> queued.role() == role ? queued.decision() : null;
            case Escalated escalated -> escalated.role() == role ? escalated.decision() : null;
            case Woken _, Offered _, Accepted _, Quiet _ -> null;
        };
    }

    private static List<ResponsibilityEvent> passOver(Held held, PassOver pass) {
        refuseAnotherEpoch(held.epoch(), pass.epoch());
        refuseWhileAnOfferStands(held.handOver());
        return List.of(new LegPassedOver(pass.role(), pass.reason()));
    }

    private static List<ResponsibilityEvent> make(Held held, MakeOffer make) {
        refuseAnotherEpoch(held.nextEpoch(), make.epoch());
        refuseWhileAnOfferStands(held.handOver());
        if (make.to().equals(held.holder())) {
            throw alreadyHolds(make.to());
        }
        return List.of(new OfferMade(make.offer(), make.to(), make.epoch(), make.due()));
    }

    private static List<ResponsibilityEvent> accept(HandOver handOver, AcceptOffer accept) {
        if (handOver instanceof Accepted(String offer, Holder to, Acceptance how)
                && offer.equals(accept.offer())
                && to.member().equals(accept.by())) {
            return List.of();
        }
        Offered offered = standing(handOver, accept.offer(), accept.by());
        return List.of(new OfferAccepted(offered.offer(), offered.to(), accept.acceptance()));
    }

    private static List<ResponsibilityEvent> decline(HandOver handOver, DeclineOffer decline) {
        Offered offered = standing(handOver, decline.offer(), decline.by());
        return List.of(new OfferDeclined(offered.offer(), offered.to(), decline.reason(), decline.ground()));
    }

    /// Only while nobody has answered: who says yes in time, but is heard late, has said yes.
    private static List<ResponsibilityEvent> expire(HandOver handOver, ExpireOffer expire) {
        return handOver instanceof Offered(String offer, Holder to) && offer.equals(expire.offer())
                ? List.of(new OfferExpired(offer, to, expire.cause()))
                : List.of();
    }

    private static List<ResponsibilityEvent> cancel(HandOver handOver, CancelOffer cancel) {
        return cancel.offer().equals(offerOf(handOver))
                ? List.of(new OfferCancelled(cancel.offer(), cancel.reason()))
                : List.of();
    }

    private static List<ResponsibilityEvent> transfer(Held held, Transfer transfer) {
        refuseAnotherEpoch(held.nextEpoch(), transfer.epoch());
        if (held.handOver() instanceof Accepted(String offer, Holder to, Acceptance how)
                && offer.equals(transfer.offer())) {
            return List.of(new ResponsibilityTransferred(
                    held.holder(),
                    to,
                    transfer.epoch(),
                    transfer.cause(),
                    how,
                    offer,
                    null,
                    transfer.credit(),
                    transfer.peopleAsOf()));
        }
        throw new ResponsibilityRefused(NOT_ACCEPTED, "offer " + transfer.offer() + " has not been accepted");
    }

    private static List<ResponsibilityEvent> force(Held held, ForceTransfer force) {
        if (force.epoch() != null) {
            refuseAnotherEpoch(held.nextEpoch(), force.epoch());
        }
        if (force.to().equals(held.holder())) {
            throw alreadyHolds(force.to());
        }
        List<ResponsibilityEvent> events = withoutTheOffer(held.handOver(), "a manager decided otherwise");
        events.add(new ResponsibilityTransferred(
                held.holder(),
                force.to(),
                held.nextEpoch(),
                TransferCause.REASSIGNED,
                Acceptance.FORCED,
                null,
                force.by()));
        return events;
    }

    private static List<ResponsibilityEvent> rehome(Held held, BeginRehoming begin) {
        boolean nothingToReturn = begin.cause() == RehomingCause.RETURNED && held.credit() == null;
        boolean begun = held.rehoming() && !begin.anew();
        return begun || nothingToReturn || !held.holder().equals(begin.holder())
                ? List.of()
                : List.of(new RehomingBegun(held.holder(), held.epoch(), begin.cause(), credit(held, begin)));
    }

    /// Whoever stands in for somebody who is away does so for their credit; so does whoever comes after them.
    private static @Nullable Holder credit(Held held, BeginRehoming begin) {
        if (begin.cause() == RehomingCause.RETURNED) {
            return null;
        }
        return held.credit() == null && begin.delegated() ? held.holder() : held.credit();
    }

    private static List<ResponsibilityEvent> standIn(Held held, StandIn standIn) {
        refuseAnotherEpoch(held.nextEpoch(), standIn.epoch());
        if (standIn.steward().equals(held.holder())) {
            throw alreadyHolds(standIn.steward());
        }
        List<ResponsibilityEvent> events = withoutTheOffer(held.handOver(), "its holder cannot hand it over any more");
        events.add(new ResponsibilityTransferred(
                held.holder(),
                standIn.steward(),
                held.nextEpoch(),
                standIn.cause(),
                Acceptance.FORCED,
                null,
                standIn.steward().member(),
                standIn.credit(),
                standIn.peopleAsOf()));
        return events;
    }

    /// Support is asked no more; who else is to take the deal before it still is.
    private static List<ResponsibilityEvent> refusePackage(Held held, RefusePackage refuse) {
        refuseAnotherEpoch(held.epoch(), refuse.epoch());
        List<ResponsibilityEvent> events = held.isAbout(Role.CUSTOMER_SUPPORT_REPRESENTATIVE)
                ? withoutTheOffer(held.handOver(), PACKAGE_NOT_COMPLETE)
                : new ArrayList<>();
        events.add(new PackageRefused(held.holder(), refuse.missing(), refuse.due()));
        return events;
    }

    private static List<ResponsibilityEvent> end(Held held, End end) {
        List<ResponsibilityEvent> events = withoutTheOffer(held.handOver(), "the deal has ended");
        events.add(new ResponsibilityEnded(held.holder(), held.epoch(), end.cause()));
        return events;
    }

    private static List<ResponsibilityEvent> withoutTheOffer(HandOver handOver, String reason) {
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

    private static void refuseWhileAnOfferStands(HandOver handOver) {
        String offer = offerOf(handOver);
        if (offer != null) {
            throw new ResponsibilityRefused(OFFER_STANDS, "offer " + offer + " stands");
        }
    }

    private static void refuseAnotherEpoch(int expected, int told) {
        if (told != expected) {
            throw new ResponsibilityRefused(OLD_EPOCH, "epoch " + told + " was told, " + expected + " is due");
        }
    }

    private static ResponsibilityRefused alreadyHolds(Holder holder) {
        return new ResponsibilityRefused(ALREADY_HOLDS, holder.member() + " already holds the deal");
    }
}
