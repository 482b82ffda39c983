package dev.baton.roles.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.roles.whatif.WhatIfRun.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Question AGAIN = new Question(null, null, new Period(null, null));

    private final List<Long> read = new ArrayList<>();
    private final AtomicReference<@Nullable Run> itself = new AtomicReference<>();

    @Test
    void a_cancelled_run_stops_at_the_next_fact() {
        Run run = run(3);
        run.run();
        assertThat(run.isRunning()).isFalse();
        assertThat(run.seen().state()).isEqualTo(State.CANCELLED);
        assertThat(run.seen().endedAt()).isNotNull();
        assertThat(run.seen().result()).isNull();
        assertThat(run.seen().done()).isEqualTo(3);
        assertThat(read).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_run_that_is_cancelled_once_more_was_cancelled_when_it_was() {
        Run run = run(1);
        run.run();
        WhatIfRun before = run.seen();
        run.cancel();
        assertThat(run.seen()).isEqualTo(before);
    }

    @Test
    void a_run_that_has_ended_cannot_be_cancelled() {
        Run run = new Run(AGAIN, 9, this::readNine, Clock.systemUTC());
        run.run();
        run.cancel();
        assertThat(run.seen().state()).isEqualTo(State.FAILED);
        assertThat(read).hasSize(9);
    }

    @Test
    void a_run_counts_who_has_asked_for_it() {
        Run run = run(1);
        assertThat(run.seen().askers()).isEqualTo(1);
        run.joined();
        assertThat(run.seen().askers()).isEqualTo(2);
    }

    /// Somebody cancels it after so many facts.
    private Run run(long facts) {
        Run run = new Run(
                AGAIN,
                9,
                progress -> readNine(position -> {
                    progress.accept(position);
                    if (position == facts) {
                        Objects.requireNonNull(itself.get()).cancel();
                    }
                }),
                Clock.systemUTC());
        itself.set(run);
        return run;
    }

    private WhatIfReport readNine(LongConsumer progress) {
        for (long position = 1; position <= 9; position++) {
            progress.accept(position);
            read.add(position);
        }
        throw new IllegalStateException("the end");
    }
}
