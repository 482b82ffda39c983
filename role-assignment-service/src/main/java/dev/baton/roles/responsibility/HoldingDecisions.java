package dev.baton.roles.responsibility;

import static dev.baton.roles.responsibility.ResponsibilityRefused.Why.NOT_ACCEPTED;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.StandIn;
import dev.baton.roles.responsibility.ResponsibilityCommand.Transfer;
import dev.baton.roles.responsibility.ResponsibilityState.Accepted;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who holds the deal next: by an accepted offer, or by a manager, who needs none.
final class HoldingDecisions {
    private HoldingDecisions() {}

    static List<ResponsibilityEvent> transfer(Held held, Transfer transfer) {
        ResponsibilityRefused.refuseAnotherEpoch(held.nextEpoch(), transfer.epoch());
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

    static List<ResponsibilityEvent> force(Held held, ForceTransfer force) {
        if (force.epoch() != null) {
            ResponsibilityRefused.refuseAnotherEpoch(held.nextEpoch(), force.epoch());
        }
        if (force.to().equals(held.holder())) {
            throw ResponsibilityRefused.alreadyHolds(force.to());
        }
        List<ResponsibilityEvent> events =
                StandingOfferDecisions.withoutTheOffer(held.handOver(), "a manager decided otherwise");
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

    static List<ResponsibilityEvent> standIn(Held held, StandIn standIn) {
        ResponsibilityRefused.refuseAnotherEpoch(held.nextEpoch(), standIn.epoch());
        if (standIn.steward().equals(held.holder())) {
            throw ResponsibilityRefused.alreadyHolds(standIn.steward());
        }
        List<ResponsibilityEvent> events =
                StandingOfferDecisions.withoutTheOffer(held.handOver(), "its holder cannot hand it over any more");
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

    static List<ResponsibilityEvent> rehome(Held held, BeginRehoming begin) {
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

    static List<ResponsibilityEvent> end(Held held, End end) {
        List<ResponsibilityEvent> events =
                StandingOfferDecisions.withoutTheOffer(held.handOver(), "the deal has ended");
        events.add(new ResponsibilityEnded(held.holder(), held.epoch(), end.cause()));
        return events;
    }
}
