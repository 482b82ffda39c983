package dev.baton.deal.lifecycle;

/// What people ask of a deal; guarded by role and by the holder that the deal has recognised. Each says in which states
/// it is possible ([PossibleIn]), and belongs to a group with decisions of its own.
public sealed interface PersonsCommand extends DealCommand
        permits ProspectingCommand,
                NegotiationCommand,
                TermsCommand,
                ConsultationCommand,
                ClosingCommand,
                ServiceCommand,
                HoldCommand,
                ProgressCommand {}
