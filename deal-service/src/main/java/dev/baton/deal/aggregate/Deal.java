package dev.baton.deal.aggregate;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.Deadline;
import dev.baton.deal.lifecycle.DealCommand;
import dev.baton.deal.lifecycle.DealDecisions;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.DueCommand;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import dev.baton.deal.lifecycle.Unknown;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The shell: Axon hands commands and facts in, the rules decide and fold. Every command may meet a deal that is not
/// known yet, since the rules have a word for that, too.
@AggregateRoot(type = "deal")
public class Deal {
    /// All of a deal's commands travel under one name: the rules tell them apart, group by group.
    public static final String COMMAND = "dev.baton.deal";

    @AggregateIdentifier
    private @Nullable String stream;

    private DealState state = new Unknown();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DealCommand command, DealDesk desk, @MetaDataValue(Acting.KEY) Acting acting) {
        return carryOut(command, desk, acting);
    }

    @EventSourcingHandler
    void on(
            DealEvent event,
            @SourceId String source,
            @MetaDataValue("occurredat") @Nullable String occurredAt,
            @MetaDataValue("recordedat") @Nullable String recordedAt,
            @Timestamp Instant now) {
        stream = source;
        state = state.told(event, moment(occurredAt, now), moment(recordedAt, now));
    }

    /// An event that is being made has neither time yet.
    private static Instant moment(@Nullable String told, Instant now) {
        return told == null ? now : Instant.parse(told);
    }

    private Receipt carryOut(DealCommand command, DealDesk desk, Acting acting) {
        stream = command.stream().toString();
        checkVersion(acting);
        DealState earlier = state;
        List<Deadline> before = desk.deadlines(state);
        desk.decide(state, command, acting).forEach(AggregateLifecycle::apply);
        return command instanceof RaiseReturnBusiness raise
                ? desk.begin(DealDecisions.beginning(state, raise), acting)
                : receipt(command, desk, earlier, before);
    }

    private Receipt receipt(DealCommand command, DealDesk desk, DealState earlier, List<Deadline> before) {
        List<Deadline> after = desk.deadlines(state);
        return new Receipt(
                command.deal(),
                state.stateName(),
                version(),
                desk.restsUntil(state),
                after.equals(before) && !(command instanceof DueCommand) ? null : after,
                desk.waiting(earlier, command, state));
    }

    private static void checkVersion(Acting acting) {
        Long expected = acting.expectedVersion();
        if (expected != null && expected != version()) {
            throw new VersionPassed(expected, version());
        }
    }

    /// -1 before the first event.
    private static long version() {
        Long version = AggregateLifecycle.getVersion();
        return version == null ? -1 : version;
    }
}
