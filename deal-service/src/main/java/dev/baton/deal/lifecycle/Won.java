package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;

/// Signed; the account executive holds it until support accepts.
public record Won(Dossier dossier) implements DealState.Past, DealState.Sold {

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
            case HandoverPrepared prepared -> with(dossier.packedWith(prepared.handoverPackage()));
            case HandoverRequested request
            when !dossier.has(Milestone.HANDED_TO_SUPPORT) -> with(dossier.requested(request, at));
            case HandoverRejected rejected -> with(dossier.handOverRejected(rejected));
            case HandedToSupport handed -> InSupport.from(dossier.packedWith(handed.handoverPackage()));
            case HandoverRequested _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public Won with(Dossier now) {
        return new Won(now);
    }
}
