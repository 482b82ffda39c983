package dev.baton.projections.replay;

import dev.baton.projections.generation.GenerationTables;
import dev.baton.projections.generation.Positions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/// Compares two generations at a fence.
///
/// The live readers are held, in the database and so in every instance, only until the other
/// generation has read as much and a snapshot of both is taken; the comparison reads the snapshot
/// while they go on.
@Component
class Comparing {
    private static final int ATTEMPTS = 10;

    private final DataSource database;
    private final GenerationTables tables;
    private final CatchingUp catchingUp;
    private final SQLExceptionTranslator failures = new SQLErrorCodeSQLExceptionTranslator();

    Comparing(DataSource database, GenerationTables tables, CatchingUp catchingUp) {
        this.database = database;
        this.tables = tables;
        this.catchingUp = catchingUp;
    }

    Comparison compare(String live, String rebuilt, LongConsumer read) {
        try (Snapshot snapshot = atAFence(live, rebuilt, read)) {
            return compare(snapshot, live, rebuilt);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Comparison compare(Snapshot snapshot, String live, String rebuilt) throws SQLException {
        Positions fence = snapshot.positions(live);
        List<Certificate.Table> certified = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        long differing = 0;
        for (ComparedRows rows : everything(live)) {
            Certificate.Table expected = snapshot.certify(rows, live);
            Certificate.Table found = snapshot.certify(rows, rebuilt);
            certified.add(found);
            if (!found.equals(expected)) {
                differing += snapshot.differing(rows, live, rebuilt, differences);
            }
        }
        return new Comparison(fence, Certificate.of(fence.sum(), certified), differing, differences);
    }

    private List<ComparedRows> everything(String live) {
        Stream<ComparedRows> folded = tables.of(live).stream().map(table -> table(live, table));
        return Stream.concat(folded, Stream.of(ComparedRows.applied(), ComparedRows.setAside()))
                .toList();
    }

    private ComparedRows table(String live, String table) {
        List<String> key = tables.key(live, table);
        String subject = tables.columns(live, table).contains("deal_id") ? "deal_id" : key.getFirst();
        return new ComparedRows(table, generation -> generation + "." + table, key, subject);
    }

    private Snapshot atAFence(String live, String rebuilt, LongConsumer read) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Snapshot snapshot = held(live, rebuilt, read);
            if (snapshot.positions(live).meets(snapshot.positions(rebuilt))) {
                return snapshot;
            }
            snapshot.close();
        }
        throw new IllegalStateException("somebody else feeds " + rebuilt);
    }

    private Snapshot held(String live, String rebuilt, LongConsumer read) throws SQLException {
        try (Connection holding = database.getConnection()) {
            holding.setAutoCommit(false);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(holding, true));
                jdbc.sql("set local lock_timeout = '10s'").update();
                // an instance that stops just here must not hold the others' readers for ever
                jdbc.sql("set local idle_in_transaction_session_timeout = '60s'")
                        .update();
                catchingUp.to(Positions.hold(jdbc, live), rebuilt, read);
                Snapshot snapshot = Snapshot.take(database);
                snapshot.positions(live);
                return snapshot;
            } finally {
                holding.rollback();
                holding.setAutoCommit(true);
            }
        }
    }

    private RuntimeException failed(SQLException e) {
        RuntimeException told = failures.translate("comparing", null, e);
        return told == null ? new IllegalStateException(e) : told;
    }
}
