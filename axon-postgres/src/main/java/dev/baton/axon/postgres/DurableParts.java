package dev.baton.axon.postgres;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;

/// The parts of Axon that must be the durable ones: each has a substitute in memory that looks
/// healthy and forgets.
final class DurableParts {
    private DurableParts() {}

    static void require(Configuration axon) {
        require("event store", PostgresEventStore.class, axon.eventBus());
        require("token store", JdbcTokenStore.class, axon.getComponent(TokenStore.class));
        require("saga store", JdbcSagaStore.class, axon.getComponent(SagaStore.class));
        require("transaction manager", SpringTransactionManager.class, axon.getComponent(TransactionManager.class));
        require("deadline manager", DbSchedulerDeadlineManager.class, axon.getComponent(DeadlineManager.class));
    }

    /// What a subscribing processor writes belongs to the commit of the events that it is told of, which it would not
    /// share.
    static void requireNobodySubscribes(Configuration axon) {
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof SubscribingEventProcessor) {
                throw new UnsafeStore("The processor " + name
                        + " writes in the commit of a command's events, but commands share their commits:"
                        + " set baton.group-commit.commands to false, or let it follow the log.");
            }
        });
    }

    private static void require(String part, Class<?> durable, @Nullable Object actual) {
        if (!durable.isInstance(actual)) {
            String found = actual == null ? "missing" : "a " + actual.getClass().getSimpleName();
            throw new UnsafeStore("Axon's " + part + " is " + found + ", but only a " + durable.getSimpleName()
                    + " keeps what was confirmed.");
        }
    }
}
