package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.TermsEvent.NeedRecorded;

/// What client and company lay down on the way to agreed terms.
public sealed interface TermsCommand extends PersonsCommand {

    @PossibleIn(DealState.Open.class)
    record RecordNeed(String deal, NeedRecorded need) implements TermsCommand {}
}
