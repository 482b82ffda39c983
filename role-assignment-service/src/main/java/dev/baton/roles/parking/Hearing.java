package dev.baton.roles.parking;

/// Lets the saga of a parked deal hear one event.
interface Hearing {
    /// The event has its effect and is no longer kept, in one commit: both, or neither.
    ///
    /// @return false when nothing came of it, since it is not kept any more: somebody else has heard it
    /// @throws Exception whatever it fails with, in the saga or in the commit
    boolean hear(String deal, long position) throws Exception;
}
