package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What support needs to know: a summary, what was promised, and whom to talk to.
public record HandoverPackage(
        @Nullable String summary,
        @Nullable List<String> commitments,
        @Nullable String contact) {
    public HandoverPackage {
        Require.optionalText("summary", summary);
        Require.optionalText("contact", contact);
        commitments = commitments == null ? null : List.copyOf(commitments);
        if (commitments != null) {
            commitments.forEach(commitment -> Require.storable("commitments", commitment));
        }
    }
}
