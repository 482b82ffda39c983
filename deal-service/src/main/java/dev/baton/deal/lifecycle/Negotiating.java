package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// Terms are being talked about.
public record Negotiating(Dossier dossier) implements DealState.Open {

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return switch (event) {
            case Negotiated negotiated -> Agreed.from(dossier, negotiated, at);
            case NegotiationOpened _, TermsReopened _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public Stage stage() {
        return Stage.NEGOTIATING;
    }

    @Override
    public Negotiating with(Dossier now) {
        return new Negotiating(now);
    }
}
