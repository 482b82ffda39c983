package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.deal.lifecycle.DealCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/// Sends commands to deals and waits until what they brought about is durable.
public final class DealOffice {
    private final CommandGateway gateway;
    private final RestingDeals resting;
    private final List<CommitCompanion> rows;

    /// @param rows write what a command has changed of theirs
    public DealOffice(CommandGateway gateway, RestingDeals resting, List<CommitCompanion> rows) {
        this.gateway = gateway;
        this.resting = resting;
        this.rows = List.copyOf(rows);
    }

    /// @param attributes what the events carry besides their data: `actor`, `occurredat`, extensions
    /// @throws dev.baton.deal.lifecycle.DealRejected when the deal refuses
    /// @throws VersionPassed when the deal is not at the expected version
    public Receipt send(DealCommand command, Acting acting, Map<String, String> attributes) {
        return send(command, acting, attributes, (connection, result) -> {});
    }

    /// @param companion rows that belong into the same commit as the events
    public Receipt send(DealCommand command, Acting acting, Map<String, String> attributes, CommitCompanion companion) {
        Map<String, Object> beside = new HashMap<>(attributes);
        beside.put(Acting.KEY, acting);
        beside.put(
                CommitCompanion.KEY,
                Stream.concat(Stream.of(resting.beside(command, companion)), rows.stream())
                        .toList());
        CommandMessage<DealCommand> message =
                new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(beside)), Deal.COMMAND);
        return gateway.sendAndWait(message);
    }
}
