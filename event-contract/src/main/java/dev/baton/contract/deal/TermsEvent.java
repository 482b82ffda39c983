package dev.baton.contract.deal;

/// What is said, offered, planned and approved on the way to agreed terms; none of it moves the deal.
public sealed interface TermsEvent extends DealEvent permits NeedEvent, OfferEvent, PlanEvent, ApprovalEvent {}
