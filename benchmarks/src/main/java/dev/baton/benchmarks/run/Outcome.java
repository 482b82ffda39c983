package dev.baton.benchmarks.run;

/// What a run ends with.
///
/// @param report Markdown
/// @param sound whether every invariant held
/// @param steady whether the machine allowed a verdict
public record Outcome(String report, boolean sound, boolean steady) {
    private static final int BROKEN = 1;
    private static final int NO_VERDICT = 3;

    public int exitCode() {
        return !sound ? BROKEN : steady ? 0 : NO_VERDICT;
    }
}
