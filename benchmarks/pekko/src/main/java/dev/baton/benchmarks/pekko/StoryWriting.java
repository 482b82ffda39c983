package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Milestone.Told;
import dev.baton.benchmarks.work.StoryTable;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;

/// Writes a row for each event of a group, in one batch.
final class StoryWriting extends JdbcHandler<List<EventEnvelope<Told>>, StorySession> {
    private final AtomicLong handled;

    StoryWriting(AtomicLong handled) {
        this.handled = handled;
    }

    @Override
    public void process(StorySession session, List<EventEnvelope<Told>> group) throws Exception {
        session.<Object>withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(StoryTable.INSERT)) {
                for (EventEnvelope<Told> envelope : group) {
                    StoryTable.bind(insert, envelope.event());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        handled.addAndGet(group.size());
    }
}
