package dev.baton.projections.deal;

import dev.baton.contract.Holder;
import org.jspecify.annotations.Nullable;

/// Who holds the baton.
///
/// @param holder absent once the carried deal has ended
/// @param epoch of the last holding; it only grows
public record Accountable(@Nullable Holder holder, int epoch) {

    static final Accountable NOBODY_YET = new Accountable(null, 0);

    /// A holding older than the one known is not news.
    Accountable heldBy(@Nullable Holder next, int epoch) {
        return epoch < this.epoch ? this : new Accountable(next, epoch);
    }

    Accountable ended() {
        return new Accountable(null, epoch);
    }
}
