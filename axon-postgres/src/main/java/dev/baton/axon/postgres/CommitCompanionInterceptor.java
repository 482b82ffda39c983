package dev.baton.axon.postgres;

import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Lets a command's companions write, in the commit of the command.
final class CommitCompanionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final PendingAppends appends;

    CommitCompanionInterceptor(PendingAppends appends) {
        this.appends = appends;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object result = chain.proceed();
        companions(work.getMessage())
                .filter(companion -> companion.concerns(result))
                .forEach(companion -> appends.addBeside(companion, result));
        return result;
    }

    private static Stream<CommitCompanion> companions(CommandMessage<?> command) {
        return switch (command.getMetaData().get(CommitCompanion.KEY)) {
            case CommitCompanion one -> Stream.of(one);
            case Collection<?> many -> many.stream().map(CommitCompanion.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
