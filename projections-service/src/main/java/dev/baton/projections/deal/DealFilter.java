package dev.baton.projections.deal;

import org.jspecify.annotations.Nullable;

/// Which deals are asked for; what is absent does not narrow.
///
/// @param q part of the title, the customer, the product or the deal's id, in any case
public record DealFilter(
        @Nullable DealState state,
        @Nullable String holder,
        @Nullable String territory,
        @Nullable String q) {

    /// For `ilike`, with its wildcards taken literally.
    @Nullable
    String pattern() {
        return q == null || q.isBlank()
                ? null
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
