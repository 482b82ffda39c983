package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import java.time.Instant;
import java.util.List;

/// Where a deal stands. Each state is a record of its own, and knows which facts may follow.
public sealed interface DealState permits Unknown, DealState.Known {

    /// The state after the fact.
    ///
    /// @param at when the fact happened
    /// @throws ImpossibleTransition when no decision could have brought this fact about here
    DealState evolve(DealEvent event, Instant at);

    /// The commands of people that the state knows, by their names.
    List<String> allowed();

    default String stateName() {
        return getClass().getSimpleName();
    }

    /// The deal has begun.
    sealed interface Known extends DealState permits Open, Ended {

        Dossier dossier();
    }

    /// Neither won nor lost nor given up yet.
    sealed interface Open extends Known permits Prospecting, Qualified, Negotiating, Agreed {}

    /// Past its way through sales.
    sealed interface Ended extends Known permits Won, Lost, Disqualified, InSupport {}
}
