package dev.baton.axon.kafka.publisher;

/// How far a log's topics are being filled again. It outlives the process, so that whoever goes on knows where.
///
/// @param position up to here everything that is to be sent has been acknowledged
public record Filling(State state, long position) {
    public enum State {
        /// the publisher stands still, nothing has been sent
        HELD,
        SENDING,
        SENT
    }
}
