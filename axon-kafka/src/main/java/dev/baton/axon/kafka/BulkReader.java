package dev.baton.axon.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads partitions from their beginning to a fence, with the guard in memory: no statement per
/// batch, one transaction for the rows, the guard, what had to be set aside, and the offsets.
///
/// For partitions that this reader has never read. Afterwards a [TopicReader] or [FencedReader] of
/// the same name goes on where it ended, with the same rows as if it had read everything itself.
public final class BulkReader {
    /// A fetch under way is not waited for: nobody wants what is behind the fence.
    static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    /// Records in memory at once. Few, so that they are gone before the garbage collector would copy
    /// them: with 20,000 it took almost half of a rebuild's time.
    private static final int POLLED = 500;

    private final ReaderSettings settings;
    private final TopicReaders house;

    BulkReader(ReaderSettings settings, TopicReaders house) {
        this.settings = settings;
        this.house = house;
    }

    /// All of these partitions or, after an exception, none.
    ///
    /// @param fence where to stop, exclusive; only partitions that have records
    /// @param read is told how many more records have been read
    /// @throws RuntimeException what failed outside the events themselves
    public void read(Map<TopicPartition, Long> fence, BulkHandler handler, LongConsumer read) {
        house.transactions().executeWithoutResult(status -> {
            var offsets = new ReaderOffsets(JdbcClient.create(house.template()), settings.name());
            offsets.claim(fence.keySet(), house.ends().ids(settings.topics()));
            offsets.fence(beginning(fence));
            var lot = new BulkLot(fence, handler, settings);
            var consumer = house.clients().consumer(settings.name(), Math.min(POLLED, settings.batchSize()));
            try {
                lot.read(consumer, read);
            } finally {
                consumer.close(AT_ONCE);
            }
            handler.finish();
            setAside(lot);
            offsets.move(fence);
        });
    }

    private void setAside(BulkLot lot) {
        new SubjectRows(JdbcClient.create(house.template()), settings.name()).begin(lot.lasts());
        new ParkedRows(house.template(), settings.name()).park(lot.waiting());
        var letters = new DeadLetterRows(house.template(), settings.name());
        lot.unreadable().forEach(letters::bury);
        lot.poison().forEach(letters::bury);
    }

    private static Map<TopicPartition, Long> beginning(Map<TopicPartition, Long> fence) {
        var zero = new HashMap<>(fence);
        zero.replaceAll((partition, end) -> 0L);
        return zero;
    }
}
