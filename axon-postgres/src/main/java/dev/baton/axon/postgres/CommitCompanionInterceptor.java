package dev.baton.axon.postgres;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Lets a command's companion write, in the commit of the command.
final class CommitCompanionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final PendingAppends appends;

    CommitCompanionInterceptor(PendingAppends appends) {
        this.appends = appends;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object result = chain.proceed();
        if (work.getMessage().getMetaData().get(CommitCompanion.KEY) instanceof CommitCompanion companion) {
            appends.addBeside(companion, result);
        }
        return result;
    }
}
