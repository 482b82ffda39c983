package dev.baton.roles.routing;

/// How much a deal asks of whoever holds it, where that is not as usual.
public enum Demand {
    /// As any deal of its stage.
    USUAL,
    /// The lead rests until its return date.
    NURTURING,
    /// The customer has been brought into use, and no case is open.
    ONBOARDED
}
