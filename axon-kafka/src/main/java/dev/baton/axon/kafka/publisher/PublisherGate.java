package dev.baton.axon.kafka.publisher;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Lets nothing through to topics that have lost what was published before: newer events would stand there ahead of
/// older ones.
final class PublisherGate {
    private static final long LOOK_EVERY = 1_000_000_000L;

    private final PublisherLease lease;
    private final Supplier<Map<String, String>> topicIds;
    private long looked;

    /// @param topicIds asks Kafka which topics there are
    PublisherGate(PublisherLease lease, Supplier<Map<String, String>> topicIds) {
        this.lease = lease;
        this.topicIds = topicIds;
    }

    /// Once a second at most; before the token moves, so that it only speaks of topics that were looked at.
    ///
    /// @throws SQLException when the session is gone, and the right to publish with it
    /// @throws IllegalStateException when the topics are not those that the token speaks of
    void look() throws SQLException {
        if (System.nanoTime() - looked >= LOOK_EVERY) {
            requireNoRepublication();
            pass();
        }
    }

    /// Whoever has not published anything yet takes the topics as they are.
    ///
    /// @throws IllegalStateException when the topics are not those that the token speaks of
    void pass() throws SQLException {
        var there = topicIds.get();
        var meant = lease.topics();
        if (!meant.equals(there)) {
            requireNothingPublished(meant, there);
            lease.meanTopics(there);
        }
        looked = System.nanoTime();
    }

    private void requireNothingPublished(Map<String, String> meant, Map<String, String> there) throws SQLException {
        if (!meant.isEmpty() && lease.position() > 0) {
            throw new IllegalStateException(different(meant, there));
        }
    }

    void requireNoRepublication() throws SQLException {
        var state = lease.republication();
        if (state.isPresent()) {
            throw new IllegalStateException(
                    "the topics are being filled again (" + state.get() + "); './baton republish' goes on with it");
        }
    }

    private static String different(Map<String, String> meant, Map<String, String> there) {
        var gone = new HashMap<>(meant);
        gone.entrySet().removeAll(there.entrySet());
        return "topic " + String.join(", ", gone.keySet())
                + " was deleted, or made anew without what was published before;"
                + " './baton republish' fills it from the stores";
    }
}
