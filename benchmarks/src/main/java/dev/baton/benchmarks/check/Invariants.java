package dev.baton.benchmarks.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What must hold of a contender's tables after its turns, whatever its speed.
///
/// @param events how many are in the table
public record Invariants(long events, List<Finding> findings) {

    /// @param acknowledged numbers of the requests that were answered with success
    /// @param unanswered how many requests ended in an exception
    public static Invariants of(String database, Layout layout, BitSet acknowledged, long unanswered)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            Once once = Once.read(connection, layout);
            List<Finding> findings = new ArrayList<>(once.findings(acknowledged, unanswered));
            if (layout == Layout.BATON) {
                findings.addAll(BatonLog.findings(connection, once.requests()));
            }
            return new Invariants(once.events(), findings);
        }
    }
}
