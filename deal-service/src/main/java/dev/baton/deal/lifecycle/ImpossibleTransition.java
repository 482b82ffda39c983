package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;

/// A stream that no decision could have written: the log is damaged, or a rule was taken back.
public final class ImpossibleTransition extends IllegalStateException {

    ImpossibleTransition(DealState state, DealEvent event) {
        super(event.getClass().getSimpleName() + " cannot follow in state " + state.stateName());
    }
}
