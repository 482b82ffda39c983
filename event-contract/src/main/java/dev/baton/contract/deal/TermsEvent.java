package dev.baton.contract.deal;

import dev.baton.contract.Require;

/// What is agreed between client and company, step by step; none of it moves the deal.
public sealed interface TermsEvent extends DealEvent {

    /// @param need names it within the deal
    record NeedRecorded(String need, String description) implements TermsEvent {
        public NeedRecorded {
            Require.text("need", need);
            Require.text("description", description);
        }
    }
}
