package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import java.time.Instant;

/// Nothing is known of the deal.
public record Unknown() implements DealState {

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        if (event instanceof LeadFound found) {
            return Prospecting.begin(found, at);
        }
        throw new ImpossibleTransition(this, event);
    }
}
