package dev.baton.roles.handoff;

import java.time.Instant;

/// Whoever is asked is asked no more.
final class Withdrawal {
    private final Responsibilities responsibilities;
    private final Places places;

    Withdrawal(Responsibilities responsibilities, Places places) {
        this.responsibilities = responsibilities;
        this.places = places;
    }

    HandOff ofOffer(HandOff handOff, String reason, Instant at) {
        Offer offer = handOff.search().offer();
        if (offer != null) {
            responsibilities.cancel(handOff, offer, reason, at);
            places.release(handOff, offer.to(), "withdrawn", at);
        }
        return handOff.searching(handOff.search().afresh());
    }

    /// Nobody is waited for, either.
    ///
    /// @throws Overtaken when somebody was faster
    HandOff ofSearch(HandOff handOff, String reason, Instant at) {
        if (handOff.turn().waits()) {
            responsibilities.passOver(handOff, reason, at);
        }
        return ofOffer(handOff, reason, at);
    }
}
