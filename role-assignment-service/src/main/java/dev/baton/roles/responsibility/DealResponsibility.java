package dev.baton.roles.responsibility;

import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// Holds the baton of one deal.
@AggregateRoot(type = "responsibility")
public class DealResponsibility {
    @AggregateIdentifier
    private @Nullable String stream;

    private ResponsibilityState state = new NotOpened();

    @CommandHandler(commandName = "responsibility.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ResponsibilityAnswer begin(ResponsibilityCommand command) {
        return handle(command);
    }

    @CommandHandler(commandName = "responsibility")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ResponsibilityAnswer handle(ResponsibilityCommand command) {
        stream = command.stream().toString();
        try {
            ResponsibilityDecisions.decide(state, command).forEach(AggregateLifecycle::apply);
            return ResponsibilityAnswer.DONE;
        } catch (ResponsibilityRefused refused) {
            if (command.fromPerson()) {
                throw refused;
            }
            return new ResponsibilityAnswer(refused.why());
        }
    }

    @EventSourcingHandler
    void on(ResponsibilityEvent event, @SourceId @Nullable String source) {
        stream = source == null ? stream : source;
        state = state.evolve(event);
    }
}
