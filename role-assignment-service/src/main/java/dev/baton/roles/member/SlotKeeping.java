package dev.baton.roles.member;

import dev.baton.contract.Holder;
import dev.baton.contract.member.MemberEvent;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;

/// Where the five aggregates meet the decisions: applies what follows, and answers.
final class SlotKeeping {
    private SlotKeeping() {}

    static SlotAnswer answer(SlotKeepingState state, SlotKeepingCommand command) {
        try {
            List<MemberEvent> events = SlotKeepingDecisions.decide(state, command);
            UnwrittenLoads.note(new Holder(command.role(), command.member()), weight(state, events));
            events.forEach(AggregateLifecycle::apply);
            return SlotAnswer.TAKEN;
        } catch (SlotRefused refused) {
            if (command instanceof ReserveSlot) {
                return new SlotAnswer(refused.why());
            }
            throw refused;
        }
    }

    private static int weight(SlotKeepingState before, List<MemberEvent> events) {
        SlotKeepingState after = before;
        for (MemberEvent event : events) {
            after = after.evolve(event);
        }
        return after.slots().load() - before.slots().load();
    }
}
