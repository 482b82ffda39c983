package dev.baton.axon.postgres;

/// A commit of the chain: where it ends, and the hash that covers everything up to there.
@SuppressWarnings("ArrayRecordComponent")
record CommitPoint(long lastPosition, byte[] hash) {
    static final CommitPoint BEFORE_THE_FIRST = new CommitPoint(0, CommitDigest.GENESIS);
}
