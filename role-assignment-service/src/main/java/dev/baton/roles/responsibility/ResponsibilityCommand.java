package dev.baton.roles.responsibility;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.roles.command.Begins;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of the responsibility for one deal.
public sealed interface ResponsibilityCommand extends Targeted {
    String deal();

    @Override
    default StreamId stream() {
        return StreamId.responsibility(deal());
    }

    /// Whether a person gave it, who is to be told when it is refused.
    default boolean fromPerson() {
        return false;
    }

    /// Begins the first holding, at epoch 0.
    record Open(String deal, Holder holder) implements ResponsibilityCommand, Begins {}

    /// @param epoch the holding in which it was decided
    record RecordDecision(String deal, int epoch, AssignmentDecided decision) implements ResponsibilityCommand {}

    /// @param due until when it may wait; what waits again after it was woken in vain keeps its own
    record Queue(
            String deal,
            int epoch,
            Role role,
            @Nullable String territory,
            String reason,
            @Nullable Instant due) implements ResponsibilityCommand {
        /// For as long as it takes.
        public Queue(String deal, int epoch, Role role, @Nullable String territory, String reason) {
            this(deal, epoch, role, territory, reason, null);
        }
    }

    record Wake(String deal, Role role, String cause) implements ResponsibilityCommand {}

    /// @param as what routing goes by from here on
    record Correct(String deal, AssignmentCorrected as) implements ResponsibilityCommand {}

    /// @param manager who is asked to decide
    /// @param due when they should have
    /// @param peopleAsOf up to which position of the log people were known
    record Escalate(
            String deal,
            int epoch,
            Role role,
            String manager,
            String reason,
            @Nullable Instant due,
            @Nullable Long peopleAsOf)
            implements ResponsibilityCommand {
        public Escalate(String deal, int epoch, Role role, String manager, String reason, @Nullable Instant due) {
            this(deal, epoch, role, manager, reason, due, null);
        }
    }

    /// A leg has waited for too long: a manager is told, once, and it waits on.
    ///
    /// @param now what was due by then is overdue
    /// @param manager who is asked to decide
    /// @param due when they should have
    record EscalateWait(
            String deal,
            Role role,
            Instant now,
            String manager,
            @Nullable Instant due) implements ResponsibilityCommand {}

    /// A manager has not decided in time: the next in line is asked, whom nobody has asked yet, or,
    /// when there is nobody, every manager.
    ///
    /// @param now what was due by then is overdue
    /// @param from who was asked last, as far as whoever sends it knows
    /// @param line who may be asked instead, the nearest first
    record EscalateDecision(String deal, Role role, Instant now, String from, List<Next> line)
            implements ResponsibilityCommand {
        public EscalateDecision {
            line = List.copyOf(line);
        }

        /// @param due when they should have decided
        public record Next(String manager, Instant due) {}
    }

    record PassOver(String deal, int epoch, Role role, String reason) implements ResponsibilityCommand {}

    /// @param epoch the one that the new holding would have
    /// @param due when it expires; absent when nobody is asked
    record MakeOffer(
            String deal,
            String offer,
            Holder to,
            int epoch,
            @Nullable Instant due) implements ResponsibilityCommand {}

    /// @param acceptance PERSON or POLICY
    /// @param by the member who answers, or for whom a setting answers
    record AcceptOffer(String deal, String offer, Acceptance acceptance, String by) implements ResponsibilityCommand {
        @Override
        public boolean fromPerson() {
            return acceptance == Acceptance.PERSON;
        }
    }

    record DeclineOffer(
            String deal,
            String offer,
            String by,
            @Nullable String reason,
            @Nullable Ground ground) implements ResponsibilityCommand {
        @Override
        public boolean fromPerson() {
            return true;
        }
    }

    /// Whoever was asked answers no more.
    record ExpireOffer(String deal, String offer, ExpiryCause cause) implements ResponsibilityCommand {}

    record CancelOffer(String deal, String offer, String reason) implements ResponsibilityCommand {}

    /// To whom the accepted offer was made.
    ///
    /// @param epoch the new holding's
    /// @param credit who keeps the credit; absent when it goes with the deal
    /// @param peopleAsOf up to which position of the log people were known, when it depended on who
    ///     is there
    record Transfer(
            String deal,
            String offer,
            int epoch,
            TransferCause cause,
            @Nullable Holder credit,
            @Nullable Long peopleAsOf)
            implements ResponsibilityCommand {
        public Transfer(String deal, String offer, int epoch, TransferCause cause) {
            this(deal, offer, epoch, cause, null, null);
        }
    }

    /// A manager's word: voids a standing offer, and needs none.
    ///
    /// @param epoch the new holding's, or absent when the manager does not insist on what they saw
    record ForceTransfer(String deal, Holder to, @Nullable Integer epoch, String by) implements ResponsibilityCommand {
        public ForceTransfer {
            Require.text("by", by);
        }

        @Override
        public boolean fromPerson() {
            return true;
        }
    }

    /// The holder cannot carry the deal any more; nothing happens when somebody else holds it by now.
    ///
    /// @param delegated the credit stays with the holder until they are back
    /// @param anew although it has begun before: that came to nothing, and people have come or gone
    ///     since
    record BeginRehoming(String deal, Holder holder, RehomingCause cause, boolean delegated, boolean anew)
            implements ResponsibilityCommand {
        public BeginRehoming(String deal, Holder holder, RehomingCause cause) {
            this(deal, holder, cause, false);
        }

        public BeginRehoming(String deal, Holder holder, RehomingCause cause, boolean delegated) {
            this(deal, holder, cause, delegated, false);
        }
    }

    /// A manager carries meanwhile what its holder cannot carry any more: voids a standing offer, and needs none.
    ///
    /// @param epoch the new holding's
    /// @param credit who keeps the credit; absent when it goes with the deal
    /// @param peopleAsOf up to which position of the log people were known
    record StandIn(
            String deal,
            Holder steward,
            int epoch,
            TransferCause cause,
            @Nullable Holder credit,
            @Nullable Long peopleAsOf)
            implements ResponsibilityCommand {
        public StandIn(String deal, Holder steward, int epoch, TransferCause cause) {
            this(deal, steward, epoch, cause, null, null);
        }
    }

    /// Support does not take the deal as it is.
    ///
    /// @param due when its holder should have completed it
    record RefusePackage(
            String deal,
            int epoch,
            String missing,
            @Nullable Instant due) implements ResponsibilityCommand {}

    /// A deal that had ended is carried again.
    ///
    /// @param epoch the new holding's, as far as is known: a higher one when the deal was moved
    ///     before it ended
    /// @param peopleAsOf up to which position of the log people were known
    record Reopen(
            String deal, Holder holder, int epoch, @Nullable Long peopleAsOf) implements ResponsibilityCommand {
        public Reopen(String deal, Holder holder, int epoch) {
            this(deal, holder, epoch, null);
        }
    }

    record End(String deal, EndCause cause) implements ResponsibilityCommand {}
}
