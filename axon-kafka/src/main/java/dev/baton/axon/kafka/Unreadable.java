package dev.baton.axon.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record that is no event, and why.
record Unreadable(ConsumerRecord<byte[], byte[]> record, String error) {}
