package dev.baton.axon.kafka;

import dev.baton.contract.EventEnvelope;

/// An event and where it was read; its record key is the envelope's partition key.
public record ReceivedEvent(EventEnvelope envelope, String topic, int partition, long offset) {}
