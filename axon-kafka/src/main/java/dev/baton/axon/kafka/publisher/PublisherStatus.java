package dev.baton.axon.kafka.publisher;

import org.jspecify.annotations.Nullable;

/// @param position the last position that Kafka has acknowledged to this instance
/// @param problem what keeps it from publishing, null while all is well
public record PublisherStatus(
        Duty duty, long position, @Nullable String problem) {
    public enum Duty {
        STOPPED,
        /// another instance publishes
        STANDING_BY,
        PUBLISHING
    }

    static final PublisherStatus STOPPED = new PublisherStatus(Duty.STOPPED, 0, null);

    PublisherStatus standingBy() {
        return new PublisherStatus(Duty.STANDING_BY, position, null);
    }

    PublisherStatus publishing(long acknowledged) {
        return new PublisherStatus(Duty.PUBLISHING, acknowledged, null);
    }

    /// While Kafka has still to answer, what it said last time is the latest that is known.
    PublisherStatus trying(long acknowledged) {
        return new PublisherStatus(Duty.PUBLISHING, acknowledged, acknowledged > position ? null : problem);
    }

    PublisherStatus troubled(String what) {
        return new PublisherStatus(duty, position, what);
    }

    PublisherStatus stopped() {
        return new PublisherStatus(Duty.STOPPED, position, problem);
    }
}
