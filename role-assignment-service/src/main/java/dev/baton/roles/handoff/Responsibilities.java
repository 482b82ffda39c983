package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.roles.handoff.Relay.Commands;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.CancelOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Correct;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.Escalate;
import dev.baton.roles.responsibility.ResponsibilityCommand.MakeOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Open;
import dev.baton.roles.responsibility.ResponsibilityCommand.PassOver;
import dev.baton.roles.responsibility.ResponsibilityCommand.Queue;
import dev.baton.roles.responsibility.ResponsibilityCommand.RecordDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.RefusePackage;
import dev.baton.roles.responsibility.ResponsibilityCommand.Reopen;
import dev.baton.roles.responsibility.ResponsibilityCommand.StandIn;
import dev.baton.roles.responsibility.ResponsibilityCommand.Transfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The relay's dealings with the responsibility for a deal: every step under the epoch that the relay knows of.
final class Responsibilities {
    private final Commands commands;

    Responsibilities(Commands commands) {
        this.commands = commands;
    }

    void open(String deal, Holder first, Instant at) {
        commands.send(new Open(deal, first), at);
    }

    void end(HandOff handOff, EndCause cause, Instant at) {
        commands.send(new End(handOff.deal(), cause), at);
    }

    /// @throws Overtaken when somebody was faster
    void record(HandOff handOff, AssignmentDecided decision, Instant at) {
        insist(new RecordDecision(handOff.deal(), epoch(handOff), decision), at);
    }

    /// @param due until when it may wait; absent for as long as it takes
    void queue(HandOff handOff, String reason, @Nullable Instant due, Instant at) {
        commands.send(
                new Queue(
                        handOff.deal(),
                        epoch(handOff),
                        handOff.course().leg().role(),
                        handOff.lead().territory(),
                        reason,
                        due),
                at);
    }

    void correct(HandOff handOff, AssignmentCorrected as, Instant at) {
        commands.send(new Correct(handOff.deal(), as), at);
    }

    /// @throws Overtaken when somebody was faster
    void escalate(HandOff handOff, Decider decider, String reason, @Nullable Long peopleAsOf, Instant at) {
        insist(
                new Escalate(
                        handOff.deal(),
                        epoch(handOff),
                        handOff.course().leg().role(),
                        decider.manager(),
                        reason,
                        decider.due(),
                        peopleAsOf),
                at);
    }

    /// @throws Overtaken when somebody was faster
    void passOver(HandOff handOff, String reason, Instant at) {
        insist(
                new PassOver(
                        handOff.deal(), epoch(handOff), handOff.course().leg().role(), reason),
                at);
    }

    /// @param due when it expires; absent when nobody is asked
    /// @throws Overtaken when somebody was faster
    void offer(HandOff handOff, Offer offer, @Nullable Instant due, Instant at) {
        insist(
                new MakeOffer(
                        handOff.deal(),
                        offer.id(),
                        offer.to(),
                        handOff.holding().nextEpoch(),
                        due),
                at);
    }

    void cancel(HandOff handOff, Offer offer, String reason, Instant at) {
        commands.send(new CancelOffer(handOff.deal(), offer.id(), reason), at);
    }

    /// A setting says yes for the person.
    void acceptByPolicy(HandOff handOff, Offer offer, Instant at) {
        commands.send(
                new AcceptOffer(
                        handOff.deal(),
                        offer.id(),
                        Acceptance.POLICY,
                        offer.to().member()),
                at);
    }

    /// @throws Overtaken when somebody was faster
    void transfer(HandOff handOff, Offer offer, Instant at) {
        int next = handOff.holding().nextEpoch();
        insist(
                new Transfer(
                        handOff.deal(),
                        offer.id(),
                        next,
                        handOff.course().cause(),
                        handOff.course().credit(),
                        null),
                at);
    }

    /// Whoever had the deal before has it again.
    ///
    /// @param peopleAsOf up to which position people were known; absent when it did not matter who
    ///     is there
    /// @throws Overtaken when somebody was faster
    void giveBack(HandOff handOff, Offer offer, TransferCause cause, @Nullable Long peopleAsOf, Instant at) {
        int next = handOff.holding().nextEpoch();
        insist(new Transfer(handOff.deal(), offer.id(), next, cause, null, peopleAsOf), at);
    }

    /// @throws Overtaken when somebody was faster
    void standIn(
            HandOff handOff,
            Holder steward,
            TransferCause cause,
            @Nullable Holder credit,
            @Nullable Long peopleAsOf,
            Instant at) {
        int next = handOff.holding().nextEpoch();
        insist(new StandIn(handOff.deal(), steward, next, cause, credit, peopleAsOf), at);
    }

    /// @throws Overtaken when somebody was faster
    void refusePackage(HandOff handOff, String missing, Instant due, Instant at) {
        insist(new RefusePackage(handOff.deal(), epoch(handOff), missing, due), at);
    }

    /// A manager may have moved the deal before it ended, and the news of it be on its way: then
    /// the next epoch is another than the relay knows of.
    ///
    /// @return the new holding, without a place
    /// @throws Overtaken when somebody was faster
    Holding reopen(HandOff handOff, Holder next, @Nullable Long peopleAsOf, Instant at) {
        int expected = handOff.holding().nextEpoch();
        ResponsibilityAnswer answer = insist(new Reopen(handOff.deal(), next, expected, peopleAsOf), at);
        return new Holding(next, answer.epochOr(expected), answer.sinceOr(at), false);
    }

    /// The first command of each step: from then on this deal is ours until the commit.
    private ResponsibilityAnswer insist(ResponsibilityCommand command, Instant at) {
        if (commands.send(command, at) instanceof ResponsibilityAnswer answer && answer.done()) {
            return answer;
        }
        throw new Overtaken();
    }

    private static int epoch(HandOff handOff) {
        return handOff.holding().epoch();
    }
}
