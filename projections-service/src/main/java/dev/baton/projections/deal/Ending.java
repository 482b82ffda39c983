package dev.baton.projections.deal;

import org.jspecify.annotations.Nullable;

/// Why the deal was lost or disqualified, and to whom, as far as it was told.
public record Ending(@Nullable String reason, @Nullable String competitor) {
    static final Ending NONE = new Ending(null, null);
}
