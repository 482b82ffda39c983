package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.service.Service;
import java.time.Instant;

/// Support has taken responsibility for the customer.
///
/// @param service what it does for the customer
public record InSupport(Dossier dossier, Service service) implements DealState.Past, DealState.Sold {

    static InSupport from(Dossier dossier) {
        return new InSupport(dossier, Service.BEGUN);
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(ClosingEvent event, Instant at) {
        return Closing.of(this, event, at);
    }

    @Override
    public DealState evolve(SupportEvent event, Instant at) {
        return switch (event) {
            case HandoverRequested late
            when !dossier.has(Milestone.HANDED_TO_SUPPORT) -> with(dossier.requested(late, at));
            case HandoverRequested _, HandoverPrepared _, HandoverRejected _, HandedToSupport _ ->
                throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public DealState evolve(ServiceEvent event, Instant at) {
        return switch (event) {
            case ReturnBusinessRaised raised -> with(dossier.raising(raised));
            case ServiceEnded end -> new Ended(dossier, service.evolve(event, at), end);
            case OnboardingStarted _,
                    OnboardingCompleted _,
                    CommitmentMade _,
                    CommitmentFulfilled _,
                    CommitmentBreached _,
                    CaseOpened _,
                    CaseResolved _,
                    SatisfactionRecorded _,
                    RenewalScheduled _ -> new InSupport(dossier, service.evolve(event, at));
        };
    }

    @Override
    public InSupport with(Dossier now) {
        return new InSupport(now, service);
    }
}
