package dev.baton.deal.ingest;

import dev.baton.deal.event.PostedEvent;
import dev.baton.web.edge.problem.Problem;
import org.jspecify.annotations.Nullable;

/// One item of a body with many.
sealed interface Item {

    long index();

    record Readable(long index, PostedEvent event) implements Item {}

    record Unreadable(long index, @Nullable String id, Problem problem) implements Item {}
}
