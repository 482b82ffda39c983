package dev.baton.deal.parked;

import dev.baton.contract.Extensions;
import dev.baton.deal.event.PostedEvent;
import java.util.Map;
import java.util.TreeMap;

/// What the events that follow from a posted one carry of it.
public final class PostedBy {

    private PostedBy() {}

    public static Map<String, String> attributes(PostedEvent event, String actor) {
        Map<String, String> attributes = new TreeMap<>(event.extensions());
        attributes.put("occurredat", event.time().toString());
        attributes.put(Extensions.ACTOR, actor);
        attributes.put(Extensions.ORIGIN_SOURCE, event.source());
        attributes.put(Extensions.ORIGIN_ID, event.id());
        return attributes;
    }
}
