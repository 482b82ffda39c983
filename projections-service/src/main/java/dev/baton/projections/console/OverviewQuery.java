package dev.baton.projections.console;

import dev.baton.projections.cycletime.CycleTimeQuery;
import dev.baton.projections.funnel.FunnelQuery;
import dev.baton.projections.handoff.HandoffQuery;
import dev.baton.projections.pipeline.Pipeline;
import dev.baton.projections.pipeline.PipelineQuery;
import dev.baton.projections.winloss.WinLoss;
import dev.baton.projections.winloss.WinLossQuery;
import dev.baton.projections.workload.Workload;
import dev.baton.projections.workload.WorkloadQuery;
import dev.baton.web.edge.page.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gathers the first page from the queries that the API answers with: the same figures, not others.
@Component
class OverviewQuery {
    private static final PageRequest LATEST = new PageRequest(8, null);

    private final PipelineQuery pipeline;
    private final WinLossQuery winLoss;
    private final CycleTimeQuery cycleTime;
    private final FunnelQuery funnel;
    private final HandoffQuery handoffs;
    private final WorkloadQuery workload;
    private final JsonMapper json;

    OverviewQuery(
            PipelineQuery pipeline,
            WinLossQuery winLoss,
            CycleTimeQuery cycleTime,
            FunnelQuery funnel,
            HandoffQuery handoffs,
            WorkloadQuery workload,
            JsonMapper json) {
        this.pipeline = pipeline;
        this.winLoss = winLoss;
        this.cycleTime = cycleTime;
        this.funnel = funnel;
        this.handoffs = handoffs;
        this.workload = workload;
        this.json = json;
    }

    Overview ask() {
        Pipeline now = pipeline.ask(null, null);
        return new Overview(
                now,
                winLoss.ask(WinLoss.By.NONE),
                winLoss.ask(WinLoss.By.TERRITORY).rows(),
                cycleTime.ask().stream()
                        .filter(cycle -> cycle.start().equals("LEAD_FOUND")
                                && cycle.outcome().equals("WON"))
                        .findFirst()
                        .orElse(null),
                handoffs.ask(),
                handoffs.list(null, null, null, LATEST).items(),
                workload.ask(null).stream().filter(Workload::ofTheTeam).toList(),
                charts(now));
    }

    /// Inside a script element nothing may look like its end.
    private String charts(Pipeline now) {
        Charts charts = new Charts(
                now.rows(), funnel.ask(), winLoss.ask(WinLoss.By.MONTH).rows());
        return json.writeValueAsString(charts).replace("<", "\\u003c");
    }
}
