package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;
import java.util.List;

/// Nothing is known of the deal.
public record Unknown() implements DealState {

    @Override
    public DealState evolve(DealEvent event, Instant at) {
        return switch (event) {
            case LeadFound found -> Prospecting.begin(found, at);
            case LeadQualified _,
                    LeadDisqualified _,
                    NegotiationOpened _,
                    Negotiated _,
                    Closed _,
                    HandoverRequested _,
                    HandedToSupport _,
                    HolderRecognised _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public List<String> allowed() {
        return List.of("find-lead");
    }
}
