package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.Backoff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads as a [TopicReader] does, with the same tables, up to a fence and not one record further.
public final class FencedReader {
    private final ReaderSettings settings;
    private final TopicReaders house;
    private final ReaderOffsets offsets;
    private final ReaderWork work;

    FencedReader(ReaderSettings settings, EventBatchHandler handler, TopicReaders house) {
        this.settings = settings;
        this.house = house;
        this.offsets = new ReaderOffsets(JdbcClient.create(house.template()), settings.name());
        this.work = new ReaderWork(
                settings,
                new Application(settings, handler, house.transactions(), offsets, house.template()),
                house.template());
    }

    /// @param fence where to stop, exclusive; partitions already there are left alone
    /// @param read is told how many more records have been read
    /// @throws StandingStill when Kafka does not give the records before the fence
    public void readTo(Map<TopicPartition, Long> fence, LongConsumer read) {
        var stored = offsets.claim(fence.keySet(), house.ends().ids(settings.topics()));
        var ahead = new HashMap<>(fence);
        ahead.entrySet().removeIf(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
        stored.keySet().retainAll(ahead.keySet());
        if (!ahead.isEmpty()) {
            var consumer = house.clients().consumer(settings.name(), settings.batchSize());
            try {
                read(consumer, ahead, stored, read);
            } finally {
                consumer.close(BulkReader.AT_ONCE);
            }
        }
    }

    private void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> fence,
            Map<TopicPartition, Long> stored,
            LongConsumer read) {
        var polling = new FencedPolling(consumer, fence);
        var backoff = new Backoff(settings.firstPause(), settings.longestPause());
        polling.begin(stored);
        work.lookForFree();
        while (polling.unfinished()) {
            var records = polling.poll();
            try {
                apply(records, stored);
                read.accept(records.size());
            } catch (Overtaken another) {
                LockSupport.parkNanos(backoff.next().toNanos());
                stored.putAll(offsets.claim(fence.keySet(), house.ends().ids(settings.topics())));
                polling.begin(stored);
            }
        }
        work.releaseFree(stored);
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> stored) {
        if (!records.isEmpty()) {
            work.batch(records, stored);
        }
        work.releaseFree(stored);
    }
}
