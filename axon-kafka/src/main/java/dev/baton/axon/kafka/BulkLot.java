package dev.baton.axon.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Some partitions on their way to the fence, and what has been set aside.
final class BulkLot {
    private final Map<TopicPartition, Long> fence;
    private final BulkHandler handler;
    private final ReaderSettings settings;
    private final SequenceGuard guard = new SequenceGuard(new Known(Map.of(), List.of(), Set.of()), this::apply);
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<Arrival, String> poison = new LinkedHashMap<>();
    private int unflushed;

    BulkLot(Map<TopicPartition, Long> fence, BulkHandler handler, ReaderSettings settings) {
        this.fence = fence;
        this.handler = handler;
        this.settings = settings;
    }

    /// @throws StandingStill when Kafka does not give the records before the fence
    void read(Consumer<byte[], byte[]> consumer, LongConsumer read) {
        var polling = new FencedPolling(consumer, fence);
        polling.begin(beginning());
        while (polling.unfinished()) {
            var records = polling.poll();
            var reading = Reading.of(records, settings.ignoredSources());
            unreadable.addAll(reading.unreadable());
            reading.arrivals().forEach(guard::take);
            flushNowAndThen(reading.arrivals().size());
            read.accept(records.size());
        }
    }

    Map<Subject, Long> lasts() {
        return guard.lasts();
    }

    List<Arrival> waiting() {
        return guard.waiting();
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /// What could not be applied, with the error; a repeated one is told apart by nobody and kept once.
    Map<Arrival, String> poison() {
        return poison;
    }

    private boolean apply(Arrival due) {
        try {
            handler.apply(due.received());
            return true;
        } catch (RuntimeException | StackOverflowError failure) {
            if (failure instanceof RuntimeException e && Failures.passes(e)) {
                throw e;
            }
            poison.put(due, Failures.describe(failure));
            return false;
        }
    }

    private void flushNowAndThen(int more) {
        unflushed += more;
        if (unflushed >= settings.batchSize()) {
            handler.flush();
            unflushed = 0;
        }
    }

    private Map<TopicPartition, Long> beginning() {
        var zero = new HashMap<TopicPartition, Long>();
        fence.keySet().forEach(partition -> zero.put(partition, 0L));
        return zero;
    }
}
