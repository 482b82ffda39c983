package dev.baton.axon.kafka;

import dev.baton.contract.EventEnvelope;

/// What a sequence counts: the events of one source about one subject.
record Subject(String source, String subject) {
    static Subject of(EventEnvelope event) {
        return new Subject(event.source(), event.subject());
    }
}
