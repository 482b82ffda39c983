package dev.baton.roles.whatif;

import dev.baton.roles.rounds.RoundsSettings;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.steward.StewardSettings;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// Runs one question at a time, beside everything else, and remembers the last answers. A restart
/// forgets them; nothing is left half done, since nothing is ever written.
@Component
class WhatIfDesk {
    private static final int REMEMBERED = 5;

    private final LogHistory log;
    private final RoutingPolicies policies;
    private final StewardSettings steward;
    private final RoundsSettings rounds;
    private final Clock clock;
    private final Deque<Run> runs = new ArrayDeque<>();

    WhatIfDesk(LogHistory log, RoutingPolicies policies, StewardSettings steward, RoundsSettings rounds, Clock clock) {
        this.log = log;
        this.policies = policies;
        this.steward = steward;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// Asked for again while it runs, it is the one that runs.
    ///
    /// @return the run of this question, or of another one that has to end first
    synchronized Run ask(Question question) {
        Run last = runs.peekLast();
        if (last != null && last.isRunning()) {
            if (last.question().equals(question)) {
                last.joined();
            }
            return last;
        }
        long facts = log.lastPosition();
        Run run = new Run(question, facts, progress -> answer(question, facts, progress), clock);
        runs.add(run);
        if (runs.size() > REMEMBERED) {
            runs.remove();
        }
        Thread.ofPlatform().daemon().name("what-if").start(run);
        return run;
    }

    private WhatIfReport answer(Question question, long facts, LongConsumer progress) {
        RecordedPolicies recorded = new RecordedPolicies(policies.history());
        return new Rerun(question, recorded, steward.holder(), rounds.absence()).over(log.upTo(facts), progress);
    }

    synchronized Optional<Run> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }
}
