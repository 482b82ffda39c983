package dev.baton.projections.replay;

/// Is told where a replay goes, in its own thread.
@FunctionalInterface
public interface ReplayListener {
    void entering(Replay replay, ReplayPhase phase);
}
