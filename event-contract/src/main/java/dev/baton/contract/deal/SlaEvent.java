package dev.baton.contract.deal;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time that a pipeline sets for whoever holds its deals. It moves no deal.
public sealed interface SlaEvent extends DealEvent {

    /// The time is over, and what it was set for has not happened.
    ///
    /// @param stage the one whose limit it was; absent for the other kinds
    /// @param since when its clock began: on Baton's clock, since nobody is late before Baton knew
    /// @param due when its working time was over, without what the deal rested
    /// @param holder who was accountable then
    /// @param escalatedTo the manager who has to see to it; absent when nobody is left but the holder
    record SlaBreached(
            Sla sla,
            @Nullable Stage stage,
            Instant since,
            Instant due,
            Holder holder,
            @Nullable String escalatedTo) implements SlaEvent {
        public SlaBreached {
            Require.present("sla", sla);
            Require.present("since", since);
            Require.present("due", due);
            Require.present("holder", holder);
            Require.optionalText("escalatedTo", escalatedTo);
        }
    }

    /// For what a pipeline sets a time.
    enum Sla {
        /// The representative speaks with the lead for the first time.
        FIRST_RESPONSE,
        /// The deal leaves its stage.
        STAGE_LIMIT,
        /// Somebody speaks with the customer after the close.
        FIRST_CONTACT
    }
}
