package dev.baton.axon.postgres;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What will be appended: gathered while work goes on, written as its last act, so that the log's lock is held for the
/// append and the commit alone, and one act is one commit of the chain.
///
/// There are two ways, and never both in one act. Within a transaction of Spring's (a saga, a deadline, foreign events
/// taken in) all of it is one commit: the events go with that transaction. Without one (a command from outside) nothing
/// but the append has to be committed, and it shares a commit with whoever appends at the same moment.
final class PendingAppends {
    private final JdbcOperations jdbc;
    private final GroupCommit group;
    private final LogSignal signal;

    PendingAppends(JdbcOperations jdbc, GroupCommit group, LogSignal signal) {
        this.jdbc = jdbc;
        this.group = group;
        this.signal = signal;
    }

    /// Appends at the end of the current transaction or unit of work, or at once when there is none.
    ///
    /// @throws DuplicateEventId here or when the transaction or unit of work commits
    /// @throws org.axonframework.modelling.command.ConcurrencyException here or when the
    ///     transaction or unit of work commits
    void add(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        switch (current()) {
            case TransactionAppends transaction -> transaction.add(events);
            case UnitAppends unit -> unit.add(events);
            case null -> group.commit(Append.of(events));
        }
    }

    /// Lets a companion write where the current act's events go.
    ///
    /// @param result what the command answered
    void addBeside(CommitCompanion companion, @Nullable Object result) {
        Append.Beside beside = new Append.Beside(companion, result);
        switch (current()) {
            case TransactionAppends transaction -> transaction.add(beside);
            case UnitAppends unit -> unit.add(beside);
            case null -> group.commit(new Append(List.of(), List.of(beside)));
        }
    }

    /// Writes now what the current transaction holds back.
    void flush() {
        if (TransactionSynchronizationManager.getResource(this) instanceof TransactionAppends pending) {
            pending.flush();
        }
    }

    /// What the current transaction holds back of a stream, behind what is stored of it, so that a read within the
    /// transaction sees what was appended. It is not written for that: the log's lock would be held while the
    /// transaction goes on, and whatever it then waits for may itself wait for the lock.
    ///
    /// @param stored sequence of the last event that is stored, -1 when there is none
    Stream<EventRow> behind(String stream, long stored) {
        return TransactionSynchronizationManager.getResource(this) instanceof TransactionAppends pending
                ? pending.of(stream)
                        .filter(event -> event.sequence() > stored)
                        .map(event -> new EventRow(Long.MAX_VALUE, event.occurredAt(), event))
                : Stream.empty();
    }

    /// Ids of what the current transaction holds back.
    Set<UUID> pending() {
        return TransactionSynchronizationManager.getResource(this) instanceof TransactionAppends pending
                ? pending.ids()
                : Set.of();
    }

    private @Nullable Gathering current() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return TransactionAppends.current(this, jdbc, signal);
        }
        return CurrentUnitOfWork.isStarted() ? UnitAppends.of(CurrentUnitOfWork.get(), group) : null;
    }

    /// Where appends are gathered.
    sealed interface Gathering permits TransactionAppends, UnitAppends {}
}
