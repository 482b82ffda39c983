package dev.baton.contract.deal;

/// Every fact about a deal, grouped by the part of its life that it belongs to.
public sealed interface DealEvent
        permits ProspectingEvent, NegotiationEvent, ClosingEvent, SupportEvent, AccountabilityEvent {}
