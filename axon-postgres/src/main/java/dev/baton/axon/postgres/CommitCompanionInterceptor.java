package dev.baton.axon.postgres;

import java.sql.Connection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/// Lets a command's companion write, on the connection of the command's transaction.
final class CommitCompanionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final JdbcOperations jdbc;

    CommitCompanionInterceptor(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object result = chain.proceed();
        if (work.getMessage().getMetaData().get(CommitCompanion.KEY) instanceof CommitCompanion companion) {
            jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> write(companion, connection, result));
        }
        return result;
    }

    private static @Nullable Void write(CommitCompanion companion, Connection connection, @Nullable Object result)
            throws java.sql.SQLException {
        companion.writeWithin(connection, result);
        return null;
    }
}
