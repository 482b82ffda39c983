package dev.baton.roles.routing;

/// By what one candidate is preferred to another. A policy names them in their order; between those whom none of them
/// tells apart the smaller id decides.
public enum Preference {
    /// The person wished for.
    REQUESTED,
    /// Who held the deal in this role before.
    EARLIER_HOLDER,
    /// Who last held a deal of the same customer in this role.
    ACCOUNT_OWNER,
    /// Whoever carries the smallest share of their capacity, weighted by the policy's shares.
    LEAST_LOAD,
    /// Whoever was given a deal the longest ago.
    ROUND_ROBIN
}
