package dev.baton.axon.kafka;

/// The stored offset is no longer what was built on: nothing is written, and it is read again.
final class Overtaken extends RuntimeException {
    Overtaken(String what) {
        super(what);
    }
}
