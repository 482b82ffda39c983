package dev.baton.contract.deal;

/// Every fact about a deal, grouped by the part of its life that it belongs to. Whoever folds deals switches over the
/// groups first, so that a new fact concerns only those who know its group.
public sealed interface DealEvent
        permits ProspectingEvent,
                NegotiationEvent,
                TermsEvent,
                ConsultationEvent,
                ClosingEvent,
                SupportEvent,
                ServiceEvent,
                HoldEvent,
                ProgressEvent,
                SlaEvent,
                AccountabilityEvent {}
