package dev.baton.contract.responsibility;

/// How a new holder came to take responsibility; the three are counted apart.
public enum Acceptance {
    /// The person said yes.
    PERSON,
    /// A setting says yes for them, or the same person already held the deal in another role.
    POLICY,
    /// A manager decided.
    FORCED
}
