package dev.baton.roles.member;

import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.MemberEvent;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// Finds and qualifies leads, and is the main link to the prospect; carries the deal while PROSPECTING.
@AggregateRoot(type = "sales-representative")
public class SalesRepresentative {
    @AggregateIdentifier
    private @Nullable String stream;

    private SlotKeepingState state = new NotJoined();

    @CommandHandler(commandName = "sales-representative")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SlotAnswer handle(SlotKeepingCommand command) {
        return SlotKeeping.answer(state, command);
    }

    @EventSourcingHandler
    void on(MemberEvent event) {
        if (event instanceof MemberJoined joined) {
            stream = joined.role().stream(joined.member()).toString();
        }
        state = state.evolve(event);
    }
}
