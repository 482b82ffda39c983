package dev.baton.contract.responsibility;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// Holdings: exactly one from the opening to the end, each begun by the fact that ends the one before.
public sealed interface AccountabilityFact extends ResponsibilityEvent {

    /// The first holding begins, at epoch 0.
    record ResponsibilityOpened(Holder holder) implements AccountabilityFact {
        public ResponsibilityOpened {
            Require.present("holder", holder);
        }
    }

    /// One holding ends and the next begins, in one fact.
    ///
    /// @param epoch the new holding's, one more than the one before
    /// @param cause why, for instance `LEAD_QUALIFIED`
    /// @param acceptance how the new holder took it
    /// @param offer the accepted offer; absent only when FORCED
    /// @param by who forced it; absent unless FORCED
    record ResponsibilityTransferred(
            Holder from,
            Holder to,
            int epoch,
            TransferCause cause,
            Acceptance acceptance,
            @Nullable String offer,
            @Nullable String by)
            implements AccountabilityFact {
        public ResponsibilityTransferred {
            Require.present("from", from);
            Require.present("to", to);
            Require.notNegative("epoch", epoch);
            Require.present("cause", cause);
            Require.present("acceptance", acceptance);
        }
    }

    /// The carried deal has ended, and with it its last holding.
    record ResponsibilityEnded(Holder holder, int epoch, EndCause cause) implements AccountabilityFact {
        public ResponsibilityEnded {
            Require.present("holder", holder);
            Require.notNegative("epoch", epoch);
            Require.present("cause", cause);
        }
    }

    enum TransferCause {
        LEAD_FOUND,
        LEAD_QUALIFIED,
        NEGOTIATED,
        CLOSED_WON,
        REASSIGNED,
        HOLDER_DEPARTED,
        HOLDER_ABSENT
    }

    enum EndCause {
        CLOSED_LOST,
        DISQUALIFIED,
        /// Another deal carries it on.
        MERGED,
        /// The client cancelled what was won.
        CANCELLED,
        SERVICE_ENDED
    }
}
