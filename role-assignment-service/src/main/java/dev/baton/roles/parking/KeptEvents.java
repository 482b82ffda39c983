package dev.baton.roles.parking;

import java.util.OptionalLong;

/// What is kept for parked deals, as whoever tries one again goes through it.
interface KeptEvents {
    /// Somebody goes through what is kept for the deal. Should they be killed, it is gone on with
    /// by itself.
    void begin(String deal);

    /// Where in the log the first event is that is kept.
    OptionalLong first(String deal);

    /// The deal is parked at that event, and stays so.
    ///
    /// @return false when somebody else has got the event through meanwhile
    boolean failsAt(String deal, long position, Throwable failure);

    /// The deal leaves when nothing fails and nothing is kept, and nothing can be kept for it while
    /// that is found out.
    Leaving leave(String deal);

    enum Leaving {
        /// It is parked no longer, whoever brought it about.
        LEFT,

        /// Something was kept meanwhile.
        MORE_IS_KEPT,

        /// It has just been parked, and the relay has not kept the failing event yet. As soon as it
        /// has, the deal is tried by itself.
        NOTHING_IS_KEPT_YET
    }
}
