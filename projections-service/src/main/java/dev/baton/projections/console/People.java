package dev.baton.projections.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names by member id.
public record People(Map<String, String> names) {

    /// Whoever has not been introduced goes by their id.
    public String name(@Nullable String member) {
        return member == null ? "–" : names.getOrDefault(member, member);
    }
}
