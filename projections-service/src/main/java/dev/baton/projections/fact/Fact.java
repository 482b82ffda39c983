package dev.baton.projections.fact;

import dev.baton.contract.EventEnvelope;
import java.time.Instant;

/// One event that was read from a topic: what it says, and under which circumstances.
public sealed interface Fact permits StoryFact, MemberFact {
    EventEnvelope envelope();

    /// The key that all rows of a fold table share: a deal's id, or a member's stream.
    String key();

    default Instant occurredAt() {
        return envelope().time();
    }

    default Instant recordedAt() {
        return envelope().recordedTime();
    }
}
