package dev.baton.axon.kafka.verify;

import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import dev.baton.axon.kafka.cloudevents.NotAnEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Gives events on as readers apply them: of each source and subject the successor, nothing twice; what stands behind
/// a hole waits, and what follows an event that could not be applied.
public final class InOrder implements TopicScan.Batches {
    private final CloudEventReader events = new CloudEventReader();
    private final Application application;
    private final Map<Of, Long> lasts = new HashMap<>();
    private final Map<Of, TreeMap<Long, ReceivedEvent>> waiting = new HashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> unreadable = new ArrayList<>();

    /// Whose events are counted together.
    public record Of(String source, String subject) {}

    /// What is done with an event that is due.
    @FunctionalInterface
    public interface Application {
        /// An exception holds back what follows of its subject.
        void apply(ReceivedEvent due);
    }

    public InOrder(Application application) {
        this.application = application;
    }

    @Override
    public void take(Collection<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            try {
                take(new ReceivedEvent(events.read(record), record.topic(), record.partition(), record.offset()));
            } catch (NotAnEvent no) {
                unreadable.add(record);
            }
        }
    }

    /// The first event that each subject waits for.
    public Map<Of, Long> holes() {
        var holes = new HashMap<Of, Long>();
        waiting.forEach((of, behind) -> {
            if (!behind.isEmpty()) {
                holes.put(of, last(of) + 1);
            }
        });
        return holes;
    }

    public List<ConsumerRecord<byte[], byte[]>> unreadable() {
        return unreadable;
    }

    private void take(ReceivedEvent event) {
        var of = new Of(event.envelope().source(), event.envelope().subject());
        if (event.envelope().sequence() > last(of)) {
            var behind = waiting.computeIfAbsent(of, o -> new TreeMap<>());
            behind.putIfAbsent(event.envelope().sequence(), event);
            release(of, behind);
        }
    }

    /// What could not be applied stays where it is, and everything behind it.
    private void release(Of of, TreeMap<Long, ReceivedEvent> behind) {
        for (var next = behind.get(last(of) + 1); next != null; next = behind.get(last(of) + 1)) {
            try {
                application.apply(next);
            } catch (RuntimeException failure) {
                return;
            }
            behind.remove(next.envelope().sequence());
            lasts.put(of, next.envelope().sequence());
        }
        if (behind.isEmpty()) {
            waiting.remove(of);
        }
    }

    private long last(Of of) {
        return lasts.getOrDefault(of, -1L);
    }
}
