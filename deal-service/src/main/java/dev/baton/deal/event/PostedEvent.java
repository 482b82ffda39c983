package dev.baton.deal.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event as another system posted it, whatever the mode: the attributes of CloudEvents 1.0, checked, and its data.
///
/// @param subject the other system's own id of the deal
/// @param time when it happened
/// @param dealId Baton's id of the deal, when the sender speaks of a deal that somebody else named first
/// @param extensions what else travels with it; Baton's own extensions are left out
public record PostedEvent(
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        @Nullable String dealId,
        Map<String, String> extensions,
        JsonNode data) {

    public PostedEvent {
        extensions = Map.copyOf(extensions);
    }

    /// The deal it is about: (source, subject) is a deal's identity, unless the sender names the deal itself.
    public String deal() {
        return dealId == null ? DealIdentity.of(source, subject) : dealId;
    }
}
