package dev.baton.projections.replay;

import dev.baton.projections.generation.Positions;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One moment of the database, for as long as it is open and whatever is written meanwhile.
final class Snapshot implements AutoCloseable {
    private static final int NAMED = 50;

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /// This moment.
    static Snapshot take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            run(connection, "set transaction isolation level repeatable read, read only");
            run(connection, "set local timezone = 'UTC'");
            run(connection, "set local work_mem = '64MB'");
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Positions positions(String generation) {
        return Positions.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)), generation);
    }

    Certificate.Table certify(ComparedRows compared, String generation) throws SQLException {
        MessageDigest digest = Checksum.begin();
        CopyOut rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + compared.texts(generation) + ") to stdout");
        long count = 0;
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            digest.update(row);
            count++;
        }
        return new Certificate.Table(compared.name(), count, Checksum.end(digest));
    }

    /// @return how many differ
    long differing(ComparedRows compared, String live, String rebuilt, List<Difference> into) throws SQLException {
        long differing = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(compared.differing(live, rebuilt, NAMED))) {
            while (row.next()) {
                differing = row.getLong("differing");
                into.add(new Difference(
                        compared.name(),
                        text(row, "subject"),
                        text(row, "key"),
                        Difference.How.valueOf(text(row, "how")),
                        texts(row.getArray("columns"))));
            }
        }
        return differing;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object element : (Object[]) Objects.requireNonNull(array.getArray())) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
