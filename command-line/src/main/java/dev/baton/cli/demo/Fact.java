package dev.baton.cli.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Something that happened to an opportunity, as the front door takes it: a CloudEvent.
///
/// @param kind the milestone, for instance `lead-found`
/// @param estimated the data set does not know the day
record Fact(String opportunity, String kind, Instant time, boolean estimated, Map<String, Object> data) {
    static final String SOURCE = "crm-sales-opportunities";
    static final String FOUND = "lead-found";
    static final String QUALIFIED = "lead-qualified";
    static final String CLOSED = "closed";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /// The same in every run, so that a second run repeats and doubles nothing.
    String id() {
        return opportunity + "/" + kind;
    }

    String type() {
        return "baton.deal." + kind + ".v1";
    }

    String line() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id());
        event.put("source", SOURCE);
        event.put("type", type());
        event.put("subject", opportunity);
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        if (estimated) {
            event.put("timeestimated", "true");
        }
        event.put("data", data);
        return JSON.writeValueAsString(event);
    }
}
