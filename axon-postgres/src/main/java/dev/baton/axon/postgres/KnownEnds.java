package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the streams end that this process appended to last. What it has committed need not be looked for again, as
/// long as the log still has that commit: one question for all of them, in the place of one for each.
///
/// The log may have lost it: a standby that took over had perhaps not heard of it.
final class KnownEnds {
    /// Some hundred bytes each.
    private static final int MOST = 20_000;

    private final Map<StreamId, Long> ends = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Long> eldest) {
            return size() > MOST;
        }
    };

    private CommitPoint last = CommitPoint.BEFORE_THE_FIRST;

    /// The last commit that the log must have for what is known to hold.
    synchronized CommitPoint last() {
        return last;
    }

    /// Those events whose predecessor has to be looked for.
    synchronized List<NewEvent> unknown(List<NewEvent> heads) {
        return heads.stream().filter(head -> !follows(head)).toList();
    }

    private boolean follows(NewEvent head) {
        Long end = ends.get(head.stream());
        return end != null && end + 1 == head.sequence();
    }

    synchronized void committed(List<NewEvent> events, CommitPoint point) {
        events.forEach(event -> ends.put(event.stream(), event.sequence()));
        last = point;
    }

    /// @return whether anything was known
    synchronized boolean forget() {
        boolean relied = last.lastPosition() > 0;
        ends.clear();
        last = CommitPoint.BEFORE_THE_FIRST;
        return relied;
    }
}
