package dev.baton.projections.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the deal reached what it has reached, by occurredAt.
public record Milestones(
        Instant found,
        @Nullable Instant qualified,
        @Nullable Instant agreed,
        @Nullable Instant closed,
        @Nullable Instant handed) {

    static Milestones found(Instant at) {
        return new Milestones(at, null, null, null, null);
    }

    /// A state that is no milestone changes nothing.
    Milestones reached(DealState state, Instant at) {
        return switch (state) {
            case QUALIFIED -> new Milestones(found, at, agreed, closed, handed);
            case AGREED -> new Milestones(found, qualified, at, closed, handed);
            case WON, LOST -> new Milestones(found, qualified, agreed, at, handed);
            case IN_SUPPORT -> new Milestones(found, qualified, agreed, closed, at);
            case PROSPECTING, NEGOTIATING, DISQUALIFIED -> this;
        };
    }
}
