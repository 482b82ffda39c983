package dev.baton.projections.testing;

import dev.baton.projections.replay.Replay;
import dev.baton.projections.replay.ReplayListener;
import dev.baton.projections.replay.ReplayPhase;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Stands in a replay's way, for tests that say where.
@Component
@Profile("hurdles")
public class Hurdles implements ReplayListener {
    private static volatile Consumer<ReplayPhase> hurdle = phase -> {};

    /// What a replay's thread dies of: nothing catches it, and nothing after it is done.
    public static final class Killed extends Error {
        Killed(ReplayPhase phase) {
            super("killed while entering " + phase);
        }
    }

    public static void at(Consumer<ReplayPhase> next) {
        hurdle = next;
    }

    public static void die(ReplayPhase phase) {
        throw new Killed(phase);
    }

    public static void none() {
        at(phase -> {});
    }

    @Override
    public void entering(Replay replay, ReplayPhase phase) {
        hurdle.accept(phase);
    }
}
