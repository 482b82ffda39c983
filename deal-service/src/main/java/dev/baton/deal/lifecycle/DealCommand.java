package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.ReturnBusiness;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of a deal.
public sealed interface DealCommand extends Targeted
        permits PersonsCommand,
                RecordMilestone,
                DueCommand,
                DealCommand.RecogniseHolder,
                DealCommand.BeginReturnBusiness {
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

    /// The new deal's part of return business that was raised on an earlier deal.
    ///
    /// @param evidence for criteria of the pipeline, beyond the earlier deal itself
    record BeginReturnBusiness(
            String deal,
            Lead lead,
            ReturnBusiness origin,
            @Nullable Map<String, String> evidence) implements DealCommand {}
}
