package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;

/// Everything that may be asked of a deal.
public sealed interface DealCommand extends Targeted
        permits PersonsCommand, RecordMilestone, DueCommand, DealCommand.RecogniseHolder {
    /// The deal's id.
    String deal();

    @Override
    default StreamId stream() {
        return StreamId.deal(deal());
    }

    default String commandName() {
        return getClass().getSimpleName();
    }

    /// Responsibility has been transferred; the deal follows.
    record RecogniseHolder(String deal, Holder holder, int epoch) implements DealCommand {}
}
