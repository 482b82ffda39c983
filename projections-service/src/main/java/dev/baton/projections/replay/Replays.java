package dev.baton.projections.replay;

import dev.baton.projections.generation.CannotSwitch;
import dev.baton.projections.generation.Generation;
import dev.baton.projections.generation.Generations;
import dev.baton.projections.generation.Switching;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes replays on, one at a time over all instances, and carries them out.
///
/// A replay is a row; whichever instance has the turn works on the unfinished one. What was killed
/// is therefore gone on with at the next start, or by another instance.
@Component
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(ReplaySettings.class)
public class Replays implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Replays.class);
    private static final int ATTEMPTS = 3;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(30);

    /// For a replay that has ended to stop what fed older generations, and to give its turn back.
    private static final Duration LETTING_GO = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final ReplayRows rows;
    private final ReplayRun run;
    private final Planning planning;
    private final OneAtATime turns;
    private final Generations generations;
    private final Switching switching;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean working;
    private @Nullable Thread thread;

    Replays(
            ReplayRows rows,
            ReplayRun run,
            Planning planning,
            OneAtATime turns,
            Generations generations,
            Switching switching) {
        this.rows = rows;
        this.run = run;
        this.planning = planning;
        this.turns = turns;
        this.generations = generations;
        this.switching = switching;
    }

    ReplayPlan plan() {
        return planning.plan();
    }

    List<Replay> latest() {
        return rows.latest(20);
    }

    Optional<Replay> find(long id) {
        return rows.find(id);
    }

    public Optional<Replay> running() {
        return rows.unfinished();
    }

    /// Takes it on and returns; a request that was made before under the same key is answered with
    /// what became of it.
    ///
    /// @throws ReplayRefused while another one is under way
    Replay begin(ReplayRequest request) {
        Optional<Replay> before = request.key() == null ? Optional.empty() : rows.requested(request);
        return before.orElseGet(() -> add(request));
    }

    /// Points the views back to the generation that was live before, which has been fed all the time.
    ///
    /// @throws ReplayRefused while a replay is under way, where there is no generation to go back to, and
    ///     when readers of the views left no gap
    Generation rollBack() {
        String seen = generations.live().name();
        try (OneAtATime.Turn turn = turn()) {
            requireNothingRuns();
            if (!generations.live().name().equals(seen)) {
                // whoever had the turn has changed what "before" means
                throw ReplayRefused.busy();
            }
            Generation before = generations.before().orElseThrow(ReplayRefused::nothingBefore);
            log.info("Rolling back to {} ({})", before.name(), turn);
            switching.to(before.name(), () -> {});
            return generations.live();
        } catch (CannotSwitch kept) {
            throw ReplayRefused.viewsInUse(kept);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("rolling back", e);
        }
    }

    /// A replay has ended for whoever watches it a moment before it gives its turn back: they are not told that it
    /// runs.
    private OneAtATime.Turn turn() throws SQLException {
        long end = System.nanoTime() + LETTING_GO.toNanos();
        Optional<OneAtATime.Turn> turn = turns.tryTurn();
        while (turn.isEmpty()) {
            requireNothingRuns();
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw ReplayRefused.busy();
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            turn = turns.tryTurn();
        }
        return turn.get();
    }

    private void requireNothingRuns() {
        rows.unfinished().ifPresent(replay -> {
            throw ReplayRefused.running(replay);
        });
    }

    @Override
    public synchronized void start() {
        if (!working) {
            working = true;
            thread = Thread.ofPlatform().name("replay").daemon(true).start(this::live);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        working = false;
        thread = null;
        if (running != null) {
            running.interrupt();
            join(running);
        }
    }

    @Override
    public boolean isRunning() {
        return working;
    }

    private Replay add(ReplayRequest request) {
        ReplayPlan plan = planning.plan();
        try {
            long id = rows.add(request, plan.builds(), plan.live(), plan.total());
            work.release();
            return rows.find(id).orElseThrow();
        } catch (DuplicateKeyException taken) {
            Optional<Replay> same = request.key() == null ? Optional.empty() : rows.requested(request);
            return same.orElseThrow(
                    () -> rows.unfinished().map(ReplayRefused::running).orElseGet(ReplayRefused::busy));
        }
    }

    private void live() {
        while (working) {
            try {
                workOnUnfinished();
                boolean asked = work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                log.trace("asked: {}", asked);
            } catch (InterruptedException stopped) {
                return;
            } catch (SQLException | RuntimeException passing) {
                log.warn("Replays cannot be looked at now: {}", passing.getMessage());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void workOnUnfinished() throws SQLException {
        if (rows.unfinished().isEmpty()) {
            return;
        }
        try (OneAtATime.Turn turn = turns.tryTurn().orElse(null)) {
            if (turn != null) {
                rows.unfinished().ifPresent(this::attempt);
            }
        }
    }

    private void attempt(Replay replay) {
        try {
            if (!generations.live().name().equals(replay.replaces())) {
                run.giveUp(replay, "the live generation is no longer " + replay.replaces());
            } else {
                run.run(replay);
            }
        } catch (RuntimeException failure) {
            if (!working || Thread.currentThread().isInterrupted()) {
                log.info("Replay {} is left for the next start", replay.id());
                return;
            }
            log.warn("Replay {} failed", replay.id(), failure);
            String why = String.valueOf(failure.getMessage());
            if (rows.failedOnce(replay.id(), why) >= ATTEMPTS) {
                run.giveUp(replay, why);
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static void join(Thread running) {
        try {
            if (!running.join(GRACE)) {
                log.warn("A replay does not stop; it is gone on with at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
