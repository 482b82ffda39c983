package dev.baton.roles.whatif;

import dev.baton.contract.InvalidValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time, by when things happened.
///
/// @param from the first moment of it; absent for the beginning of the history
/// @param to the first moment after it; absent for the end of the history
record Period(@Nullable Instant from, @Nullable Instant to) {
    static final Period ALWAYS = new Period(null, null);

    Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidValue("to", "must be after from");
        }
    }

    boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
    }
}
