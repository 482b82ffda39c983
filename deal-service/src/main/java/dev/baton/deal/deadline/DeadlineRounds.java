package dev.baton.deal.deadline;

import dev.baton.contract.Extensions;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.deadline.DeadlineRows.Passed;
import dev.baton.deal.lifecycle.Actor;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One look at the deadlines that have passed: each deal is a command and a commit of its own, and the deal has the
/// last word: what waits for its time is written anew in the commit of its answer, also when it answers with nothing.
/// Killed in the middle, the next look finds the rest.
public final class DeadlineRounds {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRounds.class);
    private static final Acting BATON = Acting.as(Actor.client("baton"));

    private final DeadlineRows rows;
    private final DealOffice office;
    private final DeadlineSettings settings;
    private final Clock clock;

    public DeadlineRounds(DeadlineRows rows, DealOffice office, DeadlineSettings settings, Clock clock) {
        this.rows = rows;
        this.office = office;
        this.settings = settings;
        this.clock = clock;
    }

    public void walk() {
        rows.passed(clock.instant(), settings.atOnce()).forEach(this::tell);
    }

    /// One that fails does not keep the others; it is tried again with the next look, behind them.
    private void tell(Passed passed) {
        try {
            office.send(passed.deadline().command(passed.deal()), BATON, attributes(passed));
        } catch (RuntimeException failure) {
            LOG.warn("{} was not told", passed, failure);
            rows.failed(passed);
        }
    }

    /// It happens when its time is over, however late Baton looks.
    private static Map<String, String> attributes(Passed passed) {
        return Map.of(
                Extensions.ACTOR, "baton", "occurredat", passed.deadline().at().toString());
    }
}
