package dev.baton.roles.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Row changes that are gathered while a transaction runs and written before it commits, those of one deal in one
/// round trip: a hand-over changes a dozen rows, and their statements are always the same dozen.
@Component
class RowsOfCommit {
    /// Before the log's lock is taken, which is the last act.
    private static final int BEFORE_THE_LOG = Ordered.LOWEST_PRECEDENCE - 100;

    private final JdbcOperations jdbc;

    RowsOfCommit(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param about changes about the same thing that follow each other are sent together
    void change(String about, String sql, @Nullable Object... values) {
        Change change = new Change(about, sql, values);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            current().add(change);
        } else {
            write(List.of(change));
        }
    }

    private Gathered current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            return gathered;
        }
        Gathered gathered = new Gathered();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private void write(List<Change> changes) {
        String sql = String.join(";\n", changes.stream().map(Change::sql).toList());
        try {
            jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> execute(connection, sql, changes));
        } catch (DataIntegrityViolationException refused) {
            throw new RowRefused(changes.getFirst().about(), refused);
        }
    }

    private static @Nullable Void execute(Connection connection, String sql, List<Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, changes);
            statement.execute();
        }
        return null;
    }

    private static void fill(PreparedStatement statement, List<Change> changes) throws SQLException {
        int parameter = 1;
        for (Change change : changes) {
            for (Object value : change.values()) {
                statement.setObject(parameter++, value);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Change(
            String about, String sql, @Nullable Object[] values) {}

    private final class Gathered implements TransactionSynchronization {
        private final List<Change> changes = new ArrayList<>();

        void add(Change change) {
            changes.add(change);
        }

        @Override
        public int getOrder() {
            return BEFORE_THE_LOG;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            int begin = 0;
            for (int end = 1; end <= changes.size(); end++) {
                if (end == changes.size()
                        || !changes.get(end).about().equals(changes.get(begin).about())) {
                    write(changes.subList(begin, end));
                    begin = end;
                }
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RowsOfCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RowsOfCommit.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RowsOfCommit.this);
        }
    }
}
