package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;

/// Asking people about a deal for which they are not accountable.
public sealed interface ConsultationCommand extends PersonsCommand {

    @PossibleIn(DealState.Known.class)
    record RequestAdvice(String deal, AdviceRequested request) implements ConsultationCommand {}
}
