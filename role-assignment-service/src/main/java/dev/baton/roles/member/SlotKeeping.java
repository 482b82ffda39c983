package dev.baton.roles.member;

import dev.baton.contract.Holder;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;

/// Where the five aggregates meet the decisions: applies what follows, and answers.
final class SlotKeeping {
    private SlotKeeping() {}

    static SlotAnswer answer(SlotKeepingState state, SlotKeepingCommand command) {
        try {
            List<MemberEvent> events = SlotKeepingDecisions.decide(state, command);
            note(new Holder(command.role(), command.member()), state, events);
            events.forEach(AggregateLifecycle::apply);
            return SlotAnswer.TAKEN;
        } catch (SlotRefused refused) {
            if (command instanceof ReserveSlot || command instanceof ConfirmSlot) {
                return new SlotAnswer(refused.why());
            }
            throw refused;
        }
    }

    private static void note(Holder person, SlotKeepingState state, List<MemberEvent> events) {
        Unwritten.load(person, weight(state, events));
        for (MemberEvent event : events) {
            if (event instanceof SlotReserved reserved && !reserved.override()) {
                Unwritten.taking(person, effective());
            }
        }
    }

    /// When what is done now takes effect.
    private static Instant effective() {
        Message<?> command = CurrentUnitOfWork.get().getMessage();
        return command.getMetaData().get("occurredat") instanceof String moment
                ? Instant.parse(moment)
                : GenericEventMessage.clock.instant();
    }

    private static int weight(SlotKeepingState before, List<MemberEvent> events) {
        SlotKeepingState after = before;
        for (MemberEvent event : events) {
            after = after.evolve(event);
        }
        return after.slots().load() - before.slots().load();
    }
}
