package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What a transaction of Spring's will append, written before it commits.
final class TransactionAppends implements PendingAppends.Gathering, TransactionSynchronization, Ordered {
    private final Object key;
    private final JdbcOperations jdbc;
    private final LogSignal signal;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Append.Beside> beside = new ArrayList<>();
    private boolean late;
    private long lastPosition;

    private TransactionAppends(Object key, JdbcOperations jdbc, LogSignal signal) {
        this.key = key;
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /// @param key under which the current transaction knows it
    static TransactionAppends current(Object key, JdbcOperations jdbc, LogSignal signal) {
        if (TransactionSynchronizationManager.getResource(key) instanceof TransactionAppends pending) {
            return pending;
        }
        TransactionAppends pending = new TransactionAppends(key, jdbc, signal);
        TransactionSynchronizationManager.bindResource(key, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    Stream<NewEvent> of(String stream) {
        return events.stream().filter(event -> event.stream().toString().equals(stream));
    }

    Set<UUID> ids() {
        return events.stream().map(NewEvent::id).collect(Collectors.toSet());
    }

    void add(List<NewEvent> more) {
        events.addAll(more);
        flushWhenLate();
    }

    void add(Append.Beside more) {
        beside.add(more);
        flushWhenLate();
    }

    private void flushWhenLate() {
        if (late) {
            flush();
        }
    }

    /// The events first: rows that others may wait for are written under the log's lock, as everywhere.
    @Override
    public void flush() {
        Append append = new Append(events, beside);
        events.clear();
        beside.clear();
        if (!append.events().isEmpty()) {
            lastPosition = append(append.events());
        }
        append.beside().forEach(this::write);
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
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    private long append(List<NewEvent> batch) {
        Long last = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return LogAppender.append(connection, batch);
            } catch (SQLException e) {
                throw AppendFailures.of(e, batch);
            }
        });
        return last == null ? 0 : last;
    }

    private void write(Append.Beside beside) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> write(beside, connection));
    }

    private static @Nullable Void write(Append.Beside beside, Connection connection) throws SQLException {
        beside.companion().writeWithin(connection, beside.result());
        return null;
    }
}
