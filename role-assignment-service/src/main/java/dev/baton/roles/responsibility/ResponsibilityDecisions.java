package dev.baton.roles.responsibility;

import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.ENDED;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.NOT_OPEN;
import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.OLD_EPOCH;

import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
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
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import java.util.List;

/// Who may become accountable, and when. One holder at a time; the epoch grows by one; what speaks of an old epoch
/// is refused; a transfer needs an accepted offer, or a manager.
public final class ResponsibilityDecisions {
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
            case RecordDecision record -> AssignmentDecisions.record(held, record);
            case Queue queue -> AssignmentDecisions.queue(held, queue);
            case Wake wake -> AssignmentDecisions.wake(held.handOver(), wake);
            case Correct correct -> List.of(correct.as());
            case Escalate escalate -> AssignmentDecisions.escalate(held, escalate);
            case EscalateWait wait -> AssignmentDecisions.escalateWait(held.handOver(), wait);
            case EscalateDecision on -> AssignmentDecisions.escalateDecision(held.handOver(), on);
            case PassOver pass -> AssignmentDecisions.passOver(held, pass);
            case MakeOffer make -> StandingOfferDecisions.make(held, make);
            case AcceptOffer accept -> StandingOfferDecisions.accept(held.handOver(), accept);
            case DeclineOffer decline -> StandingOfferDecisions.decline(held.handOver(), decline);
            case ExpireOffer expire -> StandingOfferDecisions.expire(held.handOver(), expire);
            case CancelOffer cancel -> StandingOfferDecisions.cancel(held.handOver(), cancel);
            case Transfer transfer -> HoldingDecisions.transfer(held, transfer);
            case ForceTransfer force -> HoldingDecisions.force(held, force);
            case BeginRehoming begin -> HoldingDecisions.rehome(held, begin);
            case StandIn standIn -> HoldingDecisions.standIn(held, standIn);
            case RefusePackage refuse -> AssignmentDecisions.refusePackage(held, refuse);
            case Reopen again -> List.of();
            case End end -> HoldingDecisions.end(held, end);
        };
    }
}
