package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// The terms are agreed, the signature is not there yet.
public record Agreed(Dossier dossier) implements DealState.Open {

    static Agreed from(Dossier before, Negotiated negotiated, Instant at) {
        return new Agreed(before.reached(Milestone.NEGOTIATED, at, negotiated.value()));
    }

    @Override
    public DealState evolve(ProspectingEvent event, Instant at) {
        return Late.milestone(this, event, at);
    }

    @Override
    public DealState evolve(NegotiationEvent event, Instant at) {
        return switch (event) {
            case TermsReopened _ -> new Negotiating(dossier.setBack(Stage.NEGOTIATING, at));
            case NegotiationOpened _, Negotiated _ -> throw new ImpossibleTransition(this, event);
        };
    }

    @Override
    public Stage stage() {
        return Stage.AGREED;
    }

    @Override
    public Agreed with(Dossier now) {
        return new Agreed(now);
    }
}
