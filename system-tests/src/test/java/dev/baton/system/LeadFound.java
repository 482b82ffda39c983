package dev.baton.system;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A good structured event, and the same with one thing wrong.
record LeadFound(ObjectNode event) {
    static final String CLOUD_EVENT = "application/cloudevents+json";

    static LeadFound good() {
        String subject = UUID.randomUUID().toString();
        ObjectNode event = (ObjectNode) Api.JSON.readTree("""
                {"specversion": "1.0", "id": "%1$s/found", "source": "system-tests", "subject": "%1$s",
                 "type": "baton.deal.lead-found.v1", "time": "2026-01-05T09:30:00Z",
                 "data": {"pipeline": "milestones", "title": "Twelve presses", "territory": "Central",
                          "value": {"amount": "4821.00", "currency": "USD"}}}""".formatted(subject));
        return new LeadFound(event);
    }

    LeadFound attribute(String name, String value) {
        ObjectNode changed = event.deepCopy();
        changed.put(name, value);
        return new LeadFound(changed);
    }

    /// @param json the field's new value
    LeadFound data(String field, String json) {
        ObjectNode changed = event.deepCopy();
        ((ObjectNode) changed.path("data")).set(field, Api.JSON.readTree(json));
        return new LeadFound(changed);
    }

    LeadFound withoutData(String field) {
        ObjectNode changed = event.deepCopy();
        ((ObjectNode) changed.path("data")).remove(field);
        return new LeadFound(changed);
    }

    LeadFound without(String attribute) {
        ObjectNode changed = event.deepCopy();
        changed.remove(attribute);
        return new LeadFound(changed);
    }

    String json() {
        return event.toString();
    }
}
