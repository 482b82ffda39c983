package dev.baton.contract.responsibility;

/// Every fact about who is accountable for a deal; the stream of the aggregate `DealResponsibility`.
public sealed interface ResponsibilityEvent permits AccountabilityFact, AssignmentFact, OfferFact {}
