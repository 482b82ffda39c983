package dev.baton.axon.kafka;

import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import dev.baton.axon.kafka.cloudevents.NotAnEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Records as they were polled, and what could be read from them.
///
/// @param next the offset after the last record of each partition
record Reading(List<Arrival> arrivals, List<Unreadable> unreadable, Map<TopicPartition, Long> next) {
    private static final CloudEventReader EVENTS = new CloudEventReader();

    static Reading of(Iterable<ConsumerRecord<byte[], byte[]>> records, Set<String> ignoredSources) {
        var reading = new Reading(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        records.forEach(record -> reading.read(record, ignoredSources));
        return reading;
    }

    Set<Subject> subjects() {
        return arrivals.stream().map(Arrival::of).collect(Collectors.toSet());
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Set<String> ignoredSources) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        try {
            var event = EVENTS.read(record);
            if (!ignoredSources.contains(event.source())) {
                arrivals.add(new Arrival(record, event));
            }
        } catch (NotAnEvent e) {
            unreadable.add(new Unreadable(record, String.valueOf(e.getMessage())));
        }
    }
}
