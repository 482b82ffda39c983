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
    /// @param credit who keeps the credit while the new holder stands in; absent when it moves along
    /// @param peopleAsOf the position of the deciding service's log up to which the people were
    ///     known; absent when it did not depend on who was there, and from earlier ones
    record ResponsibilityTransferred(
            Holder from,
            Holder to,
            int epoch,
            TransferCause cause,
            Acceptance acceptance,
            @Nullable String offer,
            @Nullable String by,
            @Nullable Holder credit,
            @Nullable Long peopleAsOf)
            implements AccountabilityFact {
        public ResponsibilityTransferred {
            Require.present("from", from);
            Require.present("to", to);
            Require.notNegative("epoch", epoch);
            Require.present("cause", cause);
            Require.present("acceptance", acceptance);
        }

        /// Whoever is there.
        public ResponsibilityTransferred(
                Holder from,
                Holder to,
                int epoch,
                TransferCause cause,
                Acceptance acceptance,
                @Nullable String offer,
                @Nullable String by,
                @Nullable Holder credit) {
            this(from, to, epoch, cause, acceptance, offer, by, credit, null);
        }

        /// With the credit going where the deal goes.
        public ResponsibilityTransferred(
                Holder from,
                Holder to,
                int epoch,
                TransferCause cause,
                Acceptance acceptance,
                @Nullable String offer,
                @Nullable String by) {
            this(from, to, epoch, cause, acceptance, offer, by, null);
        }
    }

    /// A deal that had ended is carried again: the next holding begins where the last one ended.
    ///
    /// @param epoch one more than the last holding's
    /// @param peopleAsOf the position of the deciding service's log up to which the people were
    ///     known; absent from earlier ones
    record ResponsibilityReopened(
            Holder holder, int epoch, @Nullable Long peopleAsOf) implements AccountabilityFact {
        public ResponsibilityReopened(Holder holder, int epoch) {
            this(holder, epoch, null);
        }

        public ResponsibilityReopened {
            Require.present("holder", holder);
            Require.notNegative("epoch", epoch);
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
        HOLDER_ABSENT,
        /// Whoever was away takes back what others carried for them.
        HOLDER_RETURNED,
        /// A deal that was won in error goes back to whoever closed it.
        CLOSE_REVERSED,
        /// The lead is none after all; it goes back to whoever found it.
        LEAD_RETURNED
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
