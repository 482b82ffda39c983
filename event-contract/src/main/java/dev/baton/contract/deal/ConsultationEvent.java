package dev.baton.contract.deal;

import dev.baton.contract.Require;

/// People who are asked about a deal without being accountable for it; none of it moves the deal.
public sealed interface ConsultationEvent extends DealEvent {

    /// @param advice names the request within the deal
    record AdviceRequested(String advice, String question) implements ConsultationEvent {
        public AdviceRequested {
            Require.text("advice", advice);
            Require.text("question", question);
        }
    }
}
