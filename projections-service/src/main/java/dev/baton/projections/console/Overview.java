package dev.baton.projections.console;

import dev.baton.projections.cycletime.CycleTime;
import dev.baton.projections.handoff.Handoff;
import dev.baton.projections.handoff.Handoffs;
import dev.baton.projections.pipeline.Pipeline;
import dev.baton.projections.winloss.WinLoss;
import dev.baton.projections.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the first page shows.
///
/// @param cycle of the won deals; absent while none is won
/// @param charts what the page's script draws, as JSON
public record Overview(
        Pipeline pipeline,
        WinLoss winLoss,
        List<WinLoss.Row> byTerritory,
        @Nullable CycleTime cycle,
        Handoffs handoffs,
        List<Handoff> latest,
        List<Workload> workload,
        String charts) {

    public boolean empty() {
        return pipeline.totals().deals() == 0;
    }
}
