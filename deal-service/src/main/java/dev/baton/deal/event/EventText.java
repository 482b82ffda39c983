package dev.baton.deal.event;

import dev.baton.contract.Extensions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A posted event as text that [EventReading] reads back: for what has to wait, and for what is kept for ops.
public final class EventText {
    private final JsonMapper json;

    public EventText(JsonMapper json) {
        this.json = json;
    }

    public String of(PostedEvent event) {
        ObjectNode text = json.createObjectNode()
                .put("specversion", "1.0")
                .put("source", event.source())
                .put("id", event.id())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.time().toString());
        if (event.dealId() != null) {
            text.put(Extensions.DEAL_ID, event.dealId());
        }
        event.extensions().forEach(text::put);
        text.set("data", event.data());
        return json.writeValueAsString(text);
    }
}
