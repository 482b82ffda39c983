package dev.baton.axon.postgres;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.MetaDataAssociationResolver;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.annotation.Autowired;

/// Signs a counter when it was opened, again when it was counted, and once more by a deadline.
@Saga
@NullUnmarked
@JsonIgnoreProperties(ignoreUnknown = true)
public class Countersigning {
    private transient CommandGateway commands;
    private transient DeadlineManager deadlines;
    private transient Fate fate;
    private String id;
    private int counted;

    @StartSaga
    @SagaEventHandler(associationProperty = "subject", associationResolver = MetaDataAssociationResolver.class)
    void on(CounterEvent.Opened opened, @MetaDataValue("subject") String subject) {
        id = subject;
        commands.sendAndWait(new CounterCommand.Sign(id, "saga"));
        if (opened.name().equals("with deadline")) {
            deadlines.schedule(Duration.ofMillis(100), "sign-late", "deadline");
        }
        fate.strike();
    }

    @SagaEventHandler(associationProperty = "subject", associationResolver = MetaDataAssociationResolver.class)
    void on(CounterEvent.Counted ignored) {
        counted++;
        commands.sendAndWait(new CounterCommand.Sign(id, "count " + counted));
    }

    @DeadlineHandler(deadlineName = "sign-late")
    void late(String by) {
        commands.sendAndWait(new CounterCommand.Sign(id, by));
    }

    @Autowired
    void resources(CommandGateway commands, DeadlineManager deadlines, Fate fate) {
        this.commands = commands;
        this.deadlines = deadlines;
        this.fate = fate;
    }
}
