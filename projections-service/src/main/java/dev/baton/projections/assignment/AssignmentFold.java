package dev.baton.projections.assignment;

import dev.baton.contract.Role;
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
import dev.baton.projections.assignment.Offer.Answer;
import dev.baton.projections.assignment.Offer.Kind;
import dev.baton.projections.assignment.Waiting.How;
import dev.baton.projections.assignment.Waiting.Left;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What routing did for a deal, leg by leg.
public final class AssignmentFold implements Fold<StoryFact, Assignments> {

    /// Routing tells of itself in the responsibility's events alone.
    public static Optional<String> key(StoryFact fact) {
        return fact instanceof ResponsibilityFact ? Optional.of(fact.deal()) : Optional.empty();
    }

    @Override
    public Assignments apply(@Nullable Assignments before, StoryFact fact) {
        Assignments known = before == null ? Assignments.of(fact.deal()) : before;
        return switch (fact) {
            case DealFact _ -> known;
            case ResponsibilityFact(var envelope, var event) ->
                switch (event) {
                    case AssignmentFact assignment -> routed(known, assignment, fact);
                    case OfferFact offer -> offered(known, offer, fact);
                    case AccountabilityFact accountability -> settled(known, accountability, fact);
                };
        };
    }

    private static Assignments routed(Assignments before, AssignmentFact event, StoryFact fact) {
        return switch (event) {
            case AssignmentDecided decided -> decided(before, decided, fact);
            case AssignmentQueued queued -> queued(before, queued, fact);
            case AssignmentWoken woken -> before.changeWaiting(woken.role(), Waiting::again);
            case LegPassedOver passed -> left(before, passed.role(), How.PASSED_OVER, fact);
            case AssignmentCorrected _, AssignmentEscalated _, DecisionEscalated _, RehomingBegun _, PackageRefused _ ->
                before;
        };
    }

    private static Assignments decided(Assignments before, AssignmentDecided event, StoryFact fact) {
        Assignments after = before.decided(new Decision(
                fact.envelope().id(),
                fact.deal(),
                event.role(),
                event.policy(),
                event.policyVersion(),
                event.chosen(),
                event.requested(),
                event.candidates(),
                fact.occurredAt(),
                fact.recordedAt()));
        return event.chosen() == null ? after : left(after, event.role(), How.CHOSEN, fact);
    }

    private static Assignments queued(Assignments before, AssignmentQueued event, StoryFact fact) {
        Waiting leg = before.waiting().get(event.role());
        return before.waits(
                leg != null && leg.waits()
                        ? leg.because(event.territory(), event.reason())
                        : new Waiting(
                                fact.deal(),
                                event.role(),
                                event.territory(),
                                event.reason(),
                                fact.occurredAt(),
                                fact.recordedAt(),
                                0,
                                null));
    }

    private static Assignments offered(Assignments before, OfferFact event, StoryFact fact) {
        return switch (event) {
            case OfferMade(var offer, var to, var epoch, var _) ->
                before.offered(new Offer(fact.deal(), offer, to, epoch, fact.occurredAt(), fact.recordedAt(), null));
            case OfferAccepted accepted ->
                before.answered(
                        accepted.offer(),
                        answer(Kind.ACCEPTED, accepted.acceptance().name(), fact));
            case OfferDeclined declined ->
                before.answered(declined.offer(), answer(Kind.DECLINED, declined.reason(), fact));
            case OfferExpired expired ->
                before.answered(
                        expired.offer(), answer(Kind.EXPIRED, expired.cause().name(), fact));
            case OfferCancelled cancelled ->
                before.answered(cancelled.offer(), answer(Kind.CANCELLED, cancelled.reason(), fact));
        };
    }

    private static Answer answer(Kind kind, @Nullable String reason, StoryFact fact) {
        return new Answer(kind, reason, fact.occurredAt(), fact.recordedAt());
    }

    private static Assignments settled(Assignments before, AccountabilityFact event, StoryFact fact) {
        return switch (event) {
            case ResponsibilityOpened _, ResponsibilityReopened _ -> before;
            case ResponsibilityTransferred transferred ->
                left(before, transferred.to().role(), How.CHOSEN, fact);
            case ResponsibilityEnded _ -> allLeft(before, fact);
        };
    }

    private static Assignments allLeft(Assignments before, StoryFact fact) {
        Assignments after = before;
        for (Role role : Role.values()) {
            after = left(after, role, How.ENDED, fact);
        }
        return after;
    }

    private static Assignments left(Assignments before, Role role, How how, StoryFact fact) {
        return before.changeWaiting(role, leg -> leg.leave(new Left(how, fact.occurredAt(), fact.recordedAt())));
    }
}
