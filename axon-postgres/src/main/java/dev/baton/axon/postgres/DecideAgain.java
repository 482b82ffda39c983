package dev.baton.axon.postgres;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// A refusal, or an answer that changes nothing, may rest on a state that another node has left behind: then it is no
/// answer but a conflict, and the command is decided again on what the log says.
final class DecideAgain implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final LogReader reader;

    DecideAgain(LogReader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        try {
            Object result = chain.proceed();
            requireCurrent(work, null);
            return result;
        } catch (ConcurrencyException conflict) {
            throw conflict;
        } catch (Exception refusal) {
            requireCurrent(work, refusal);
            throw refusal;
        }
    }

    /// The unit is undone when this throws, and with it what was kept: the next try reads the log.
    private void requireCurrent(UnitOfWork<?> work, @Nullable Exception refusal) {
        KeptStates kept = KeptStates.of(work);
        if (kept != null) {
            kept.outdated(reader).ifPresent(stream -> {
                throw new ConcurrencyException(stream + " has moved on elsewhere", refusal);
            });
        }
    }
}
