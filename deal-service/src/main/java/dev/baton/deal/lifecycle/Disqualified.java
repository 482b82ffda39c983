package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// Given up before it became a deal.
public record Disqualified(Dossier dossier) implements DealState.Past, DealState.Reopenable {

    @Override
    public DealState evolve(ClosingEvent event, Instant at) {
        return Closing.of(this, event, at);
    }

    @Override
    public Stage reopensAt() {
        return Stage.PROSPECTING;
    }

    @Override
    public Disqualified with(Dossier now) {
        return new Disqualified(now);
    }
}
