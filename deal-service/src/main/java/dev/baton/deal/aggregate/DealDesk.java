package dev.baton.deal.aggregate;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DealCommand;
import dev.baton.deal.lifecycle.DealContext;
import dev.baton.deal.lifecycle.DealDecisions;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.PersonsCommand.FindLead;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.Unknown;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out for a decision what it needs from the world: the time, the actor, the deal's pipeline.
public final class DealDesk {
    private final Pipelines pipelines;
    private final Clock clock;

    public DealDesk(Pipelines pipelines, Clock clock) {
        this.pipelines = pipelines;
        this.clock = clock;
    }

    List<DealEvent> decide(DealState state, DealCommand command, Acting acting) {
        return DealDecisions.decide(
                state,
                command,
                new DealContext(clock.instant(), acting.actor(), pipeline(state, command), acting.epoch()));
    }

    private @Nullable Pipeline pipeline(DealState state, DealCommand command) {
        return switch (state) {
            case DealState.Known known ->
                pipelines.version(
                        known.dossier().lead().pipeline(), known.dossier().pipelineVersion());
            case Unknown _
            when command instanceof FindLead find ->
                pipelines.newest(find.lead().pipeline()).orElse(null);
            case Unknown _
            when command instanceof RecordLeadFound found ->
                pipelines.newest(found.lead().pipeline()).orElse(null);
            case Unknown _ -> null;
        };
    }
}
