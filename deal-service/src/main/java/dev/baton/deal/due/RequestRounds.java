package dev.baton.deal.due;

import dev.baton.contract.Extensions;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.OpenRequests;
import dev.baton.deal.aggregate.OpenRequests.OpenRequest;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One look at what nobody has answered in time: each is a command of its own, and the deal has the
/// last word. The rows are written anew in the commit of the answer, so that killed in the middle
/// the next look finds the rest.
public final class RequestRounds {
    private static final Logger LOG = LoggerFactory.getLogger(RequestRounds.class);
    private static final int AT_ONCE = 500;
    private static final Acting BATON = Acting.as(Actor.client("baton"));

    private final OpenRequests requests;
    private final DealOffice office;
    private final Clock clock;

    public RequestRounds(OpenRequests requests, DealOffice office, Clock clock) {
        this.requests = requests;
        this.office = office;
        this.clock = clock;
    }

    public void walk() {
        requests.due(clock.instant(), AT_ONCE).forEach(this::goOn);
    }

    /// One that fails does not keep the others; it is tried again with the next look.
    private void goOn(OpenRequest request) {
        try {
            office.send(
                    new EscalateRequest(request.dealId(), request.kind(), request.number()),
                    BATON,
                    Map.of(Extensions.ACTOR, "baton"));
        } catch (RuntimeException failure) {
            LOG.warn("{} does not go on", request, failure);
        }
    }
}
