package dev.baton.roles.responsibility;

import static dev.baton.axon.postgres.Attributes.OCCURRED_AT;

import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
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
    private HoldingTimes times = HoldingTimes.NONE;

    @CommandHandler(commandName = "responsibility.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ResponsibilityAnswer begin(ResponsibilityCommand command, @MetaDataValue(OCCURRED_AT) @Nullable String said) {
        return handle(command, said);
    }

    @CommandHandler(commandName = "responsibility")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ResponsibilityAnswer handle(ResponsibilityCommand command, @MetaDataValue(OCCURRED_AT) @Nullable String said) {
        stream = command.stream().toString();
        try {
            Instant at = said == null ? GenericEventMessage.clock.instant() : Instant.parse(said);
            ResponsibilityDecisions.decide(state, command).forEach(event -> happen(event, at));
            return ResponsibilityAnswer.done(state, times);
        } catch (ResponsibilityRefused refused) {
            if (command.fromPerson()) {
                throw refused;
            }
            return new ResponsibilityAnswer(refused.why());
        }
    }

    private void happen(ResponsibilityEvent event, Instant said) {
        Instant effective = times.effective(event, said);
        AggregateLifecycle.apply(event, MetaData.with(OCCURRED_AT, effective.toString()));
    }

    @EventSourcingHandler
    void on(
            ResponsibilityEvent event,
            @SourceId @Nullable String source,
            @MetaDataValue(value = OCCURRED_AT, required = true) String happened) {
        stream = source == null ? stream : source;
        state = state.evolve(event);
        times = times.after(event, Instant.parse(happened));
    }
}
