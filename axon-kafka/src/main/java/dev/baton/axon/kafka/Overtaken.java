package dev.baton.axon.kafka;

/// Another instance has gone on with this partition: nothing is written, and the stored offset is read again.
final class Overtaken extends RuntimeException {
    Overtaken(String reader) {
        super("another instance of reader '" + reader + "' has moved the offset");
    }
}
