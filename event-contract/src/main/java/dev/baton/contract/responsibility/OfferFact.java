package dev.baton.contract.responsibility;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// The standing offer: at most one per deal, answered before anything is transferred.
public sealed interface OfferFact extends ResponsibilityEvent {
    String offer();

    /// @param epoch the epoch that the holding will have
    record OfferMade(String offer, Holder to, int epoch) implements OfferFact {
        public OfferMade {
            Require.text("offer", offer);
            Require.present("to", to);
            Require.notNegative("epoch", epoch);
        }
    }

    /// @param acceptance PERSON or POLICY
    record OfferAccepted(String offer, Holder by, Acceptance acceptance) implements OfferFact {
        public OfferAccepted {
            Require.text("offer", offer);
            Require.present("by", by);
            Require.present("acceptance", acceptance);
        }
    }

    record OfferDeclined(String offer, Holder by, @Nullable String reason) implements OfferFact {
        public OfferDeclined {
            Require.text("offer", offer);
            Require.present("by", by);
        }
    }

    /// The offer is void: the deal ended, or a manager decided otherwise.
    record OfferCancelled(String offer, String reason) implements OfferFact {
        public OfferCancelled {
            Require.text("offer", offer);
            Require.text("reason", reason);
        }
    }
}
