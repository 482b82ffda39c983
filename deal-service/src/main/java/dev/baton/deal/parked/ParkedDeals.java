package dev.baton.deal.parked;

import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.claim.NoLongerParked;
import dev.baton.deal.claim.ParkedEvent;
import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.claim.ParkedEvents.GivenUp;
import dev.baton.deal.event.EventReading;
import dev.baton.deal.event.MilestoneCommands;
import dev.baton.deal.event.PostedEvent;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.web.edge.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Applies what waits for a deal, as far as the deal has come.
public final class ParkedDeals {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedDeals.class);
    private static final int PAGE = 500;

    private final ParkedEvents parked;
    private final EventReading reading;
    private final MilestoneCommands commands;
    private final DealOffice office;
    private final Set<String> unfinished = ConcurrentHashMap.newKeySet();

    public ParkedDeals(ParkedEvents parked, EventReading reading, MilestoneCommands commands, DealOffice office) {
        this.parked = parked;
        this.reading = reading;
        this.commands = commands;
        this.office = office;
    }

    /// In the order of arrival, from the beginning after each that was applied, until none fits.
    public void drain(String deal) {
        while (parked.of(deal).stream().anyMatch(this::leaves)) {
            LOG.debug("deal {} has moved, what waits for it is tried again", deal);
        }
    }

    /// For a deal that could not be drained; whoever follows the log drains it within a second or
    /// so. A process that begins looks at all that waits.
    public void drainSoon(String deal) {
        unfinished.add(deal);
    }

    /// Those of which [#drainSoon] was told.
    public void drainUnfinished() {
        for (String deal : List.copyOf(unfinished)) {
            unfinished.remove(deal);
            drain(deal);
        }
    }

    public void giveUpExpired(Instant now) {
        List<ParkedEvent> expired = parked.expired(now, PAGE);
        for (ParkedEvent event : expired) {
            giveUp(event, GivenUp.EXPIRED, "waited in vain until " + now);
        }
    }

    /// Whether the event waits no longer.
    private boolean leaves(ParkedEvent waiting) {
        try {
            apply(waiting);
            return true;
        } catch (NoLongerParked gone) {
            return true;
        } catch (DealRejected refusal) {
            if (refusal.ground() == DealRejected.Ground.TOO_EARLY) {
                return false;
            }
            giveUp(waiting, GivenUp.REFUSED, refusal.code() + ": " + refusal.getMessage());
            return true;
        } catch (ProblemException | JacksonException unreadable) {
            giveUp(waiting, GivenUp.REFUSED, String.valueOf(unreadable.getMessage()));
            return true;
        }
    }

    private void apply(ParkedEvent waiting) {
        PostedEvent event = reading.structured(waiting.event());
        office.send(
                commands.of(event),
                Acting.as(Actor.client(waiting.actor())),
                PostedBy.attributes(event, waiting.actor()),
                parked.applied(waiting));
    }

    private void giveUp(ParkedEvent waiting, GivenUp cause, String problem) {
        LOG.warn("given up on {} {} for deal {}: {}", waiting.source(), waiting.id(), waiting.deal(), problem);
        parked.giveUp(waiting, cause, problem);
    }
}
