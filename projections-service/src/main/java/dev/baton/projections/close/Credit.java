package dev.baton.projections.close;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who is credited with an attempt: the holder at the moment of the close, by occurredAt, whenever the log told it.
public record Credit(@Nullable Holder holder) {
    static final Credit NOBODY_YET = new Credit(null);

    /// A holding that took effect after the close earns nothing, and support, which begins at that very moment,
    /// never closes a deal.
    Credit heldFrom(Instant effective, Holder next, @Nullable Instant closed) {
        boolean late = closed != null && effective.isAfter(closed);
        return late || next.role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE ? this : new Credit(next);
    }
}
