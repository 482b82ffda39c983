package dev.baton.benchmarks.axon;

import dev.baton.benchmarks.work.Milestone.Told;
import dev.baton.benchmarks.work.StoryTable;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/// Writes a row for each event, in the processor's transaction.
@ProcessingGroup(StoryHandler.GROUP)
class StoryHandler {
    static final String GROUP = "story";

    private final JdbcTemplate jdbc;
    private final AtomicLong handled = new AtomicLong();

    StoryHandler(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Told told) {
        jdbc.update(StoryTable.INSERT, StoryTable.row(told));
        handled.incrementAndGet();
    }

    void forget() {
        handled.set(0);
    }

    long handled() {
        return handled.get();
    }
}
