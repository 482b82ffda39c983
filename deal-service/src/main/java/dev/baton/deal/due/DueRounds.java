package dev.baton.deal.due;

import dev.baton.contract.Extensions;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.RestingDeals;
import dev.baton.deal.aggregate.RestingDeals.Due;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DueCommand;
import dev.baton.deal.lifecycle.DueCommand.EndNurture;
import dev.baton.deal.lifecycle.DueCommand.ReviewHold;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One look at the deals whose day has come: each is a command of its own, and the deal has the last word. Killed in
/// the middle, the next look finds the rest; a deal that was told twice has moved on, and answers with nothing.
public final class DueRounds {
    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);
    private static final int AT_ONCE = 500;
    private static final Acting BATON = Acting.as(Actor.client("baton"));

    private final RestingDeals resting;
    private final DealOffice office;
    private final Clock clock;

    public DueRounds(RestingDeals resting, DealOffice office, Clock clock) {
        this.resting = resting;
        this.office = office;
        this.clock = clock;
    }

    public void walk() {
        resting.due(clock.instant(), AT_ONCE).forEach(this::goOn);
    }

    /// One that fails does not keep the others; it is tried again with the next look.
    private void goOn(Due due) {
        try {
            office.send(
                    command(due),
                    BATON,
                    Map.of(Extensions.ACTOR, "baton", "occurredat", due.at().toString()));
            resting.settle(due);
        } catch (RuntimeException failure) {
            LOG.warn("deal {} does not go on", due.deal(), failure);
        }
    }

    private static DueCommand command(Due due) {
        return switch (due.state()) {
            case "OnHold" -> new ReviewHold(due.deal());
            case "Nurturing" -> new EndNurture(due.deal());
            default -> throw new IllegalStateException("deal " + due.deal() + " rests in " + due.state());
        };
    }
}
