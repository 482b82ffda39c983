package dev.baton.axon.postgres;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether one commit is what was committed, seen from the commit before it.
final class CommitCheck {
    private CommitCheck() {}

    /// @param lastPosition of the commit before, 0 for the first
    /// @param hash of the commit before, [CommitDigest#GENESIS] for the first
    @SuppressWarnings("ArrayRecordComponent")
    record Previous(long lastPosition, Instant committedAt, byte[] hash) {
        static final Previous NONE = new Previous(0, Instant.MIN, CommitDigest.GENESIS);

        static Previous of(CommitRow commit) {
            return new Previous(commit.lastPosition(), commit.committedAt(), commit.hash());
        }
    }

    /// @param events the rows between the commit's positions
    /// @return why it is broken
    static Optional<String> fault(Previous previous, CommitRow commit, List<EventRow> events) {
        if (commit.firstPosition() != previous.lastPosition() + 1) {
            return Optional.of("a commit is missing before it");
        }
        if (!Arrays.equals(commit.previousHash(), previous.hash())) {
            return Optional.of("it does not follow the commit before it");
        }
        if (commit.committedAt().isBefore(previous.committedAt())) {
            return Optional.of("its time is before the commit before it");
        }
        if (!dense(commit, events)) {
            return Optional.of("its events are not all there");
        }
        if (!events.stream().allMatch(event -> event.recordedAt().equals(commit.committedAt()))) {
            return Optional.of("an event's recorded time is not the commit's");
        }
        if (!Arrays.equals(commit.digest(), digest(commit, events))) {
            return Optional.of("its events are not those that were committed");
        }
        if (!Arrays.equals(commit.hash(), CommitDigest.hash(commit.previousHash(), commit.digest()))) {
            return Optional.of("its hash does not fit its digest");
        }
        return Optional.empty();
    }

    private static boolean dense(CommitRow commit, List<EventRow> events) {
        long expected = commit.firstPosition();
        for (EventRow event : events) {
            if (event.position() != expected++) {
                return false;
            }
        }
        return expected == commit.lastPosition() + 1;
    }

    private static byte[] digest(CommitRow commit, List<EventRow> events) {
        return CommitDigest.digest(
                events.stream().map(EventRow::event).toList(), commit.firstPosition(), commit.committedAt());
    }
}
