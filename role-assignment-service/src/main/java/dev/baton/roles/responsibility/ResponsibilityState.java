package dev.baton.roles.responsibility;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the responsibility for one deal has become so far.
public sealed interface ResponsibilityState {
    ResponsibilityState evolve(ResponsibilityEvent event);

    /// Of the present holding, or the last one; absent before the first.
    default @Nullable Integer epochOrNone() {
        return switch (this) {
            case NotOpened none -> null;
            case Held held -> held.epoch();
            case Ended ended -> ended.epoch();
        };
    }

    record NotOpened() implements ResponsibilityState {
        @Override
        public ResponsibilityState evolve(ResponsibilityEvent event) {
            if (event instanceof ResponsibilityOpened opened) {
                return new Held(opened.holder(), 0, false, null, new Quiet());
            }
            throw impossible(this, event);
        }
    }

    /// Exactly one person is accountable.
    ///
    /// @param epoch grows by one with every transfer
    /// @param rehoming whether a new home is looked for, since the holder cannot carry it any more
    /// @param credit who keeps the credit while the holder stands in for them
    record Held(
            Holder holder,
            int epoch,
            boolean rehoming,
            @Nullable Holder credit,
            HandOver handOver) implements ResponsibilityState {
        int nextEpoch() {
            return epoch + 1;
        }

        @Override
        public ResponsibilityState evolve(ResponsibilityEvent event) {
            return switch (event) {
                case AccountabilityFact fact -> accountable(fact);
                case RehomingBegun begun -> new Held(holder, epoch, true, credit, handOver);
                case AssignmentFact fact -> with(assigned(fact));
                case OfferFact fact -> with(offered(fact));
            };
        }

        private ResponsibilityState accountable(AccountabilityFact fact) {
            return switch (fact) {
                case ResponsibilityOpened again -> throw impossible(this, again);
                case ResponsibilityTransferred moved ->
                    new Held(moved.to(), moved.epoch(), false, moved.credit(), new Quiet());
                case ResponsibilityReopened reopened -> throw impossible(this, reopened);
                case ResponsibilityEnded ended -> new Ended(ended.holder(), ended.epoch());
            };
        }

        private HandOver assigned(AssignmentFact fact) {
            return switch (fact) {
                case AssignmentDecided decided -> decidedAgain();
                case AssignmentQueued queued -> new Queued(queued.role(), queued.due(), decision(queued.role()));
                case AssignmentWoken woken -> handOver instanceof Queued queued ? new Woken(queued) : new Quiet();
                case AssignmentCorrected corrected -> handOver;
                case LegPassedOver passed -> new Quiet();
                case PackageRefused refused -> isAbout(Role.CUSTOMER_SUPPORT_REPRESENTATIVE) ? new Quiet() : handOver;
                case AssignmentEscalated escalated
                when escalated.waitsOn() && handOver instanceof Queued queued ->
                    new Queued(queued.role(), queued.due(), Decision.of(escalated));
                case AssignmentEscalated escalated -> new Escalated(escalated.role(), Decision.of(escalated));
                case DecisionEscalated on -> decidedByAnother(on);
                case RehomingBegun begun -> handOver;
            };
        }

        /// Whether somebody in that role is asked or looked for.
        boolean isAbout(Role role) {
            return role
                    == switch (handOver) {
                        case Queued queued -> queued.role();
                        case Woken woken -> woken.before().role();
                        case Escalated escalated -> escalated.role();
                        case Offered offered -> offered.to().role();
                        case Accepted accepted -> accepted.to().role();
                        case Quiet quiet -> null;
                    };
        }

        /// What waits, and is decided again, has waited all the while, even if it was woken twice.
        private HandOver decidedAgain() {
            return switch (handOver) {
                case Queued queued -> new Woken(queued);
                case Woken woken -> woken;
                case Quiet quiet -> quiet;
                case Escalated escalated -> new Quiet();
                case Offered offered -> new Quiet();
                case Accepted accepted -> new Quiet();
            };
        }

        /// What waits on while a manager decides, and is decided again, is still the manager's to
        /// decide.
        private @Nullable Decision decision(Role role) {
            return handOver instanceof Woken(Queued before) && before.role() == role ? before.decision() : null;
        }

        private HandOver decidedByAnother(DecisionEscalated on) {
            return switch (handOver) {
                case Queued(Role role, Instant due, Decision decision)
                when decision != null -> new Queued(role, due, decision.goingOn(on));
                case Escalated(Role role, Decision decision) -> new Escalated(role, decision.goingOn(on));
                case Queued _, Woken _, Offered _, Accepted _, Quiet _ -> throw impossible(this, on);
            };
        }

        private HandOver offered(OfferFact fact) {
            return switch (fact) {
                case OfferMade made -> new Offered(made.offer(), made.to());
                case OfferAccepted accepted -> new Accepted(accepted.offer(), accepted.by(), accepted.acceptance());
                case OfferDeclined declined -> new Quiet();
                case OfferExpired expired -> new Quiet();
                case OfferCancelled cancelled -> new Quiet();
            };
        }

        private Held with(HandOver next) {
            return new Held(holder, epoch, rehoming, credit, next);
        }
    }

    record Ended(Holder holder, int epoch) implements ResponsibilityState {
        @Override
        public ResponsibilityState evolve(ResponsibilityEvent event) {
            if (event instanceof ResponsibilityReopened again) {
                return new Held(again.holder(), again.epoch(), false, null, new Quiet());
            }
            if (event instanceof AssignmentCorrected) {
                return this;
            }
            throw impossible(this, event);
        }
    }

    /// How far the next hand-over has come.
    sealed interface HandOver {}

    /// Nothing stands out.
    record Quiet() implements HandOver {}

    /// Nobody could take it; it waits for a place.
    ///
    /// @param due until when it may; absent for as long as it takes
    /// @param decision what a manager decides who knows that it has waited for too long; absent
    ///     while none does
    record Queued(
            Role role, @Nullable Instant due, @Nullable Decision decision) implements HandOver {
        boolean overdue(Instant now) {
            return decision == null && due != null && !due.isAfter(now);
        }
    }

    /// It waited, and is decided again: should it wait on, then as long as before in all.
    record Woken(Queued before) implements HandOver {}

    /// Too many declined; a manager decides.
    record Escalated(Role role, Decision decision) implements HandOver {}

    /// Who was asked to decide.
    ///
    /// @param manager the last of them
    /// @param due when they should have; absent when every manager is asked by now, or nobody has
    ///     said when
    /// @param asked all of them
    record Decision(String manager, @Nullable Instant due, Set<String> asked) {
        public Decision {
            asked = Set.copyOf(asked);
        }

        static Decision of(AssignmentEscalated escalated) {
            return new Decision(escalated.manager(), escalated.due(), Set.of(escalated.manager()));
        }

        Decision goingOn(DecisionEscalated on) {
            if (on.to() == null) {
                return new Decision(manager, null, asked);
            }
            Set<String> more = new HashSet<>(asked);
            more.add(on.to());
            return new Decision(on.to(), on.due(), more);
        }

        public boolean overdue(Instant now) {
            return due != null && !due.isAfter(now);
        }
    }

    record Offered(String offer, Holder to) implements HandOver {}

    record Accepted(String offer, Holder to, Acceptance acceptance) implements HandOver {}

    private static IllegalStateException impossible(ResponsibilityState state, ResponsibilityEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
