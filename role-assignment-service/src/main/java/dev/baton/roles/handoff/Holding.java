package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param since when it began; no later act takes effect before it
/// @param placed whether a slot was taken for it; a holder who is unknown here has none
/// @param credit who keeps the credit while the holder stands in for them; absent when it is the holder's own
public record Holding(
        Holder holder,
        int epoch,
        Instant since,
        boolean placed,
        @Nullable Holder credit) {

    public Holding(Holder holder, int epoch, Instant since, boolean placed) {
        this(holder, epoch, since, placed, null);
    }

    Holding placed(boolean known) {
        return new Holding(holder, epoch, since, known, credit);
    }

    Holding since(Instant begun) {
        return new Holding(holder, epoch, begun, placed, credit);
    }

    int nextEpoch() {
        return epoch + 1;
    }

    /// When an act that happened at this moment takes effect: late news cannot reach behind the holding.
    Instant effective(Instant happened) {
        return happened.isBefore(since) ? since : happened;
    }
}
