package dev.baton.projections.console;

import dev.baton.projections.funnel.FunnelStage;
import dev.baton.projections.pipeline.Pipeline;
import dev.baton.projections.winloss.WinLoss;
import java.util.List;

/// What the page's script draws.
record Charts(List<Pipeline.Row> pipeline, List<FunnelStage> funnel, List<WinLoss.Row> months) {}
