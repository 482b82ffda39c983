package dev.baton.axon.postgres;

import java.util.List;

/// A commit that is not what was committed.
///
/// @param firstPosition where it begins
/// @param lastPosition where it ends
/// @param missing positions of events that are not there
/// @param events those that are there, at most [#SHOWN]: the digest is of all of them together and does not tell
///     which one was changed
public record ChainFault(
        long firstPosition, long lastPosition, String reason, List<Long> missing, List<Suspect> events) {
    static final int SHOWN = 10;

    public ChainFault {
        missing = List.copyOf(missing);
        events = List.copyOf(events);
    }

    /// Whether every event that may be meant is named; not when the commit has more of them, or none.
    public boolean namesAll() {
        return !events.isEmpty() && events.size() >= lastPosition - firstPosition + 1;
    }

    /// @param stream whose event it is, for instance `deal/<id>`
    public record Suspect(long position, String stream, String eventId) {}
}
