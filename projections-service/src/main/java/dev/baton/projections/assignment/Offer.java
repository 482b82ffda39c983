package dev.baton.projections.assignment;

import dev.baton.contract.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An offer of the baton, and what became of it.
///
/// @param answer absent while it stands
public record Offer(
        String deal,
        String offer,
        Holder to,
        int epoch,
        Instant made,
        Instant recorded,
        @Nullable Answer answer) {

    /// @param reason why it was declined, expired or cancelled; how it was accepted
    public record Answer(Kind kind, @Nullable String reason, Instant at, Instant recorded) {}

    public enum Kind {
        ACCEPTED,
        DECLINED,
        EXPIRED,
        CANCELLED
    }

    Offer answered(Answer with) {
        return new Offer(deal, offer, to, epoch, made, recorded, with);
    }
}
