package dev.baton.projections.replay;

/// Where a replay is. Until it is [#DONE] nothing has changed for anybody who reads.
public enum ReplayPhase {
    /// Folds whole partitions in memory and copies their rows.
    BUILDING,
    /// Adds keys, indexes and statistics.
    INDEXING,
    /// Reads what has come meanwhile.
    CATCHING_UP,
    /// Holds both generations at one fence and compares their rows.
    COMPARING,
    /// Feeds the new generation and waits for a gap between queries to point the views to it.
    SWAPPING,
    /// The views point to the new generation.
    DONE,
    /// Rows differ; the views stay where they were, the new tables stay for a look at them.
    DIFFERENT,
    /// Given up; the views stay where they were.
    FAILED
}
