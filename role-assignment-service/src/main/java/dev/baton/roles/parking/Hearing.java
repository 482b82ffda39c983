package dev.baton.roles.parking;

/// Lets the saga of a parked deal hear one event.
interface Hearing {
    /// The event has its effect and is no longer kept, in one commit: both, or neither.
    ///
    /// Nothing comes of it when the event is not kept any more.
    ///
    /// @throws Exception whatever it fails with, in the saga or in the commit
    void hear(String deal, long position) throws Exception;
}
