package dev.baton.roles.command;

import dev.baton.contract.Targeted;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends commands and waits for what becomes of them.
@Component
public class Office {
    private static final String BEGIN = ".begin";

    private final CommandGateway gateway;

    Office(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /// A command's name is the kind of the stream that it is for: Axon has one handler per name, and the five roles
    /// understand the same commands.
    ///
    /// @param attributes what the events carry beside their data: `actor`, `occurredat`, extensions
    /// @return what the aggregate answered
    public @Nullable Object send(Targeted command, Map<String, ?> attributes) {
        return gateway.sendAndWait(
                new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(attributes)), name(command)));
    }

    private static String name(Targeted command) {
        String kind = command.stream().kind();
        return command instanceof Begins ? kind + BEGIN : kind;
    }
}
