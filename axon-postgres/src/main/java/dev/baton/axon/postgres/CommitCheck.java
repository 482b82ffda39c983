package dev.baton.axon.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether one commit is what was committed, seen from the commit before it. Its events are added one by one, so that
/// a commit of any size takes the same room.
final class CommitCheck {
    private final Previous previous;
    private final CommitRow commit;
    private final CommitDigest.Contents contents = new CommitDigest.Contents();
    private final List<Long> missing = new ArrayList<>();
    private final List<ChainFault.Suspect> suspects = new ArrayList<>();
    private boolean dense = true;
    private boolean timely = true;
    private long expected;

    /// @param lastPosition of the commit before, 0 for the first
    /// @param hash of the commit before, [CommitDigest#GENESIS] for the first
    @SuppressWarnings("ArrayRecordComponent")
    record Previous(long lastPosition, Instant committedAt, byte[] hash) {
        static final Previous NONE = new Previous(0, Instant.MIN, CommitDigest.GENESIS);

        static Previous of(CommitRow commit) {
            return new Previous(commit.lastPosition(), commit.committedAt(), commit.hash());
        }
    }

    CommitCheck(Previous previous, CommitRow commit) {
        this.previous = previous;
        this.commit = commit;
        this.expected = commit.firstPosition();
    }

    /// @param event the next in the order of the log, none beyond the commit
    void add(EventRow event) {
        if (event.position() != expected) {
            dense = false;
            miss(event.position());
        }
        expected = Math.max(expected, event.position() + 1);
        timely &= event.recordedAt().equals(commit.committedAt());
        contents.add(event.event());
        if (suspects.size() < ChainFault.SHOWN) {
            suspects.add(new ChainFault.Suspect(
                    event.position(),
                    event.event().stream().toString(),
                    event.event().id().toString()));
        }
    }

    /// Once all of its events have been added.
    Optional<ChainFault> end() {
        if (expected != commit.lastPosition() + 1) {
            dense = false;
            miss(commit.lastPosition() + 1);
        }
        return reason().map(
                        why -> new ChainFault(commit.firstPosition(), commit.lastPosition(), why, missing, suspects));
    }

    private void miss(long until) {
        for (long position = expected; position < until && missing.size() < ChainFault.SHOWN; position++) {
            missing.add(position);
        }
    }

    private Optional<String> reason() {
        if (commit.firstPosition() != previous.lastPosition() + 1) {
            return Optional.of("a commit is missing before it");
        }
        if (!Arrays.equals(commit.previousHash(), previous.hash())) {
            return Optional.of("it does not follow the commit before it");
        }
        if (commit.committedAt().isBefore(previous.committedAt())) {
            return Optional.of("its time is before the commit before it");
        }
        if (!dense) {
            return Optional.of("its events are not all there");
        }
        if (!timely) {
            return Optional.of("an event's recorded time is not the commit's");
        }
        if (!Arrays.equals(commit.digest(), digest())) {
            return Optional.of("its events are not those that were committed");
        }
        if (!Arrays.equals(commit.hash(), CommitDigest.hash(commit.previousHash(), commit.digest()))) {
            return Optional.of("its hash does not fit its digest");
        }
        return Optional.empty();
    }

    private byte[] digest() {
        return CommitDigest.digest(contents.end(), commit.firstPosition(), commit.committedAt());
    }
}
