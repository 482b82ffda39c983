package dev.baton.projections.verify;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.ops.TaskRefused;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.verify.TopicScan;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Waits until the live rows hold what the topics held when it was asked for. Readers that stand still would make
/// old rows look right, and readers that are at the beginning of topics that were filled again have rows that are
/// ahead of their offsets.
@Component
class ReadersDue {
    private static final long PAUSE = 200;

    private final KafkaClients clients;
    private final EndOffsets offsets;
    private final JdbcTemplate jdbc;

    ReadersDue(KafkaClients clients, EndOffsets offsets, JdbcTemplate jdbc) {
        this.clients = clients;
        this.offsets = offsets;
        this.jdbc = jdbc;
    }

    /// Where the topics end now; one that is not there holds nothing.
    Map<TopicPartition, Long> ends() {
        return TopicScan.upToNow(clients, offsets, BatonTopics.ALL).ends();
    }

    Fence fence() {
        return Fence.of(jdbc, offsets.ids(BatonTopics.ALL));
    }

    /// @throws TaskRefused when they stand still for longer than that
    void await(TaskProgress progress, Duration patience) throws InterruptedException {
        var ends = ends();
        long due = ends.values().stream().mapToLong(Long::longValue).sum();
        progress.begin("readers", due);
        long before = -1;
        long moved = System.nanoTime();
        for (long now = reached(ends, progress); now < due; now = reached(ends, progress)) {
            if (now != before) {
                before = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > patience.toNanos()) {
                throw new TaskRefused("the readers stand still at " + now + " of " + due
                        + " records, so the rows are not all there; GET /ops/projections says why");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    private long reached(Map<TopicPartition, Long> ends, TaskProgress progress) {
        long now = fence().reached(ends);
        progress.reached(now);
        return now;
    }
}
