package dev.baton.projections.support;

import org.jspecify.annotations.Nullable;

/// What the customer answered how satisfied they are.
///
/// @param satisfied how many of them were 4 or 5: the usual customer satisfaction score is their share
/// @param last the newest
public record Scores(
        int count, int sum, int satisfied, @Nullable Integer last) {
    static final Scores NONE = new Scores(0, 0, 0, null);
    private static final int SATISFIED = 4;

    Scores and(int score) {
        return new Scores(count + 1, sum + score, satisfied + (score >= SATISFIED ? 1 : 0), score);
    }
}
