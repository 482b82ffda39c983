package dev.baton.projections.replay;

import dev.baton.projections.generation.FedGenerations;
import dev.baton.projections.generation.GenerationTables;
import dev.baton.projections.generation.Generations;
import dev.baton.projections.generation.Positions;
import dev.baton.projections.generation.Switching;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One replay from its beginning to its end. Every step finds for itself what of it is done
/// already, so that a replay which was killed anywhere is run again, and goes on.
@Component
class ReplayRun {
    private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);
    private static final int ROUNDS = 5;
    private static final long NEAR = 2000;

    private final ReplayRows rows;
    private final ReplayProgress progress;
    private final Generations generations;
    private final GenerationTables tables;
    private final FedGenerations fed;
    private final Building building;
    private final CatchingUp catchingUp;
    private final Comparing comparing;
    private final Switching switching;
    private final JdbcClient jdbc;
    private final ObjectProvider<ReplayListener> listeners;

    ReplayRun(
            ReplayRows rows,
            ReplayProgress progress,
            Generations generations,
            GenerationTables tables,
            FedGenerations fed,
            Building building,
            CatchingUp catchingUp,
            Comparing comparing,
            Switching switching,
            JdbcClient jdbc,
            ObjectProvider<ReplayListener> listeners) {
        this.rows = rows;
        this.progress = progress;
        this.generations = generations;
        this.tables = tables;
        this.fed = fed;
        this.building = building;
        this.catchingUp = catchingUp;
        this.comparing = comparing;
        this.switching = switching;
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    void run(Replay replay) {
        Comparison comparison = rebuild(replay);
        if (comparison.same() || replay.acceptDifferences()) {
            swap(replay);
        } else {
            finish(replay, ReplayPhase.DIFFERENT, null);
        }
    }

    private Comparison rebuild(Replay replay) {
        prepare(replay);
        try (var telling =
                progress.begin(replay, Positions.of(jdbc, replay.generation()).sum())) {
            log.trace("{}", telling);
            building.build(replay.generation(), progress::read);
            progress.measure();
            enter(replay, ReplayPhase.INDEXING);
            tables.index(replay.generation(), replay.replaces());
            catchUp(replay);
            return compare(replay);
        }
    }

    /// The views stay where they are; the tables stay until the next replay.
    void giveUp(Replay replay, String error) {
        finish(replay, ReplayPhase.FAILED, error);
    }

    /// An earlier try may have begun to feed it; while it is compared nobody else may.
    private void prepare(Replay replay) {
        enter(replay, ReplayPhase.BUILDING);
        generations.feed(replay.generation(), false);
        fed.follow();
        tables.dropUnused(replay.generation());
        tables.create(replay.generation(), replay.replaces());
    }

    /// In rounds, each shorter than the one before, so that the live readers are held for the last one only.
    private void catchUp(Replay replay) {
        enter(replay, ReplayPhase.CATCHING_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            Positions live = Positions.of(jdbc, replay.replaces());
            long behind = live.sum() - Positions.of(jdbc, replay.generation()).sum();
            progress.extend(live.sum());
            catchingUp.to(live, replay.generation(), progress::read);
            if (behind < NEAR) {
                return;
            }
        }
    }

    private Comparison compare(Replay replay) {
        enter(replay, ReplayPhase.COMPARING);
        Comparison comparison = comparing.compare(replay.replaces(), replay.generation(), progress::read);
        progress.settle(comparison.fence().sum());
        rows.compared(replay.id(), comparison);
        log.info(
                "{} at {} events: certificate {}, {} rows differ",
                replay.generation(),
                comparison.fence().sum(),
                comparison.certificate().checksum(),
                comparison.differing());
        return comparison;
    }

    private void swap(Replay replay) {
        enter(replay, ReplayPhase.SWAPPING);
        generations.feed(replay.generation(), true);
        fed.follow();
        switching.to(replay.generation(), () -> rows.finish(replay.id(), ReplayPhase.DONE, null));
        progress.complete();
        fed.follow();
        listeners.forEach(listener -> listener.entering(replay, ReplayPhase.DONE));
    }

    private void finish(Replay replay, ReplayPhase phase, @Nullable String error) {
        generations.feed(replay.generation(), false);
        fed.follow();
        rows.finish(replay.id(), phase, error);
        listeners.forEach(listener -> listener.entering(replay, phase));
    }

    private void enter(Replay replay, ReplayPhase phase) {
        rows.enter(replay.id(), phase);
        log.info("Replay {}: {} {}", replay.id(), phase, replay.generation());
        listeners.forEach(listener -> listener.entering(replay, phase));
    }
}
