package dev.baton.axon.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the current transaction will append: gathered while it runs, written as its last act, so
/// that the log's lock is held for the append and the commit alone, and a transaction is one commit
/// of the chain.
final class PendingAppends {
    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final LogSignal signal;

    PendingAppends(JdbcOperations jdbc, TransactionOperations transactions, LogSignal signal) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.signal = signal;
    }

    /// Appends at the end of the current transaction, or in one of its own when there is none.
    ///
    /// @throws DuplicateEventId here or when the transaction commits
    /// @throws org.axonframework.modelling.command.ConcurrencyException here or when the
    ///     transaction commits
    void add(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            current().add(events);
        } else {
            transactions.executeWithoutResult(ignored -> add(events));
        }
    }

    /// Writes now what the current transaction holds back.
    void flush() {
        if (TransactionSynchronizationManager.getResource(this) instanceof AtCommit pending) {
            pending.flush();
        }
    }

    /// Writes now what the current transaction holds back when some of it is of this stream, so
    /// that a read of the stream within the transaction sees what was appended. Other streams are
    /// no reason to take the log's lock early.
    void flush(String stream) {
        if (TransactionSynchronizationManager.getResource(this) instanceof AtCommit pending && pending.holds(stream)) {
            pending.flush();
        }
    }

    /// Ids of what the current transaction holds back.
    Set<UUID> pending() {
        return TransactionSynchronizationManager.getResource(this) instanceof AtCommit pending
                ? pending.events.stream().map(NewEvent::id).collect(Collectors.toSet())
                : Set.of();
    }

    private AtCommit current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof AtCommit pending) {
            return pending;
        }
        AtCommit pending = new AtCommit();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private final class AtCommit implements TransactionSynchronization, Ordered {
        private final List<NewEvent> events = new ArrayList<>();
        private boolean late;
        private long lastPosition;

        boolean holds(String stream) {
            return events.stream().anyMatch(event -> event.stream().toString().equals(stream));
        }

        void add(List<NewEvent> more) {
            events.addAll(more);
            if (late) {
                flush();
            }
        }

        @Override
        public void flush() {
            if (!events.isEmpty()) {
                List<NewEvent> batch = List.copyOf(events);
                events.clear();
                lastPosition = append(batch);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            late = true;
            flush();
        }

        @Override
        public void afterCommit() {
            if (lastPosition > 0) {
                signal.advancedTo(lastPosition);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingAppends.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingAppends.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PendingAppends.this);
        }
    }

    private long append(List<NewEvent> events) {
        Long last = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return LogAppender.append(connection, events);
            } catch (SQLException e) {
                throw AppendFailures.of(e, events);
            }
        });
        return last == null ? 0 : last;
    }
}
