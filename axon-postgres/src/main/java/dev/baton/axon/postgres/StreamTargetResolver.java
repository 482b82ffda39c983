package dev.baton.axon.postgres;

import dev.baton.contract.Targeted;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// Finds a command's aggregate by what the command itself says, without annotations.
final class StreamTargetResolver implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof Targeted targeted) {
            return new VersionedAggregateIdentifier((Object) targeted.stream().toString(), null);
        }
        throw new IllegalArgumentException(
                command.getPayloadType().getName() + " names no stream: it must implement Targeted");
    }
}
