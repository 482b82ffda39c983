package dev.baton.roles.incentive;

import java.time.Instant;

/// A version of a plan; none is ever changed, since quotas name them.
///
/// @param writtenBy a manager's member id, or a client's
public record IncentivePlan(String name, int version, PlanTerms terms, Instant writtenAt, String writtenBy) {}
