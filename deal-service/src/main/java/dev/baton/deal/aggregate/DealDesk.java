package dev.baton.deal.aggregate;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.Deadline;
import dev.baton.deal.lifecycle.DealCommand;
import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;
import dev.baton.deal.lifecycle.DealContext;
import dev.baton.deal.lifecycle.DealDecisions;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.Dossier;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.Escalation;
import dev.baton.deal.lifecycle.Escalation.Waiting;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.RecordMilestone;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.Surroundings;
import dev.baton.deal.lifecycle.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out for a decision what it needs from the world: the time, the actor, the deal's pipeline, other deals.
public final class DealDesk {
    private final Pipelines pipelines;
    private final Surroundings surroundings;
    private final NewDeals newDeals;
    private final Clock clock;

    public DealDesk(Pipelines pipelines, Surroundings surroundings, NewDeals newDeals, Clock clock) {
        this.pipelines = pipelines;
        this.surroundings = surroundings;
        this.newDeals = newDeals;
        this.clock = clock;
    }

    /// What the actor has seen of the earlier deal, its version and epoch, says nothing about the new one.
    Receipt begin(BeginReturnBusiness command, Acting acting) {
        return newDeals.begin(command, Acting.as(acting.actor()));
    }

    List<DealEvent> decide(DealState state, DealCommand command, Acting acting) {
        return DealDecisions.decide(
                state,
                command,
                new DealContext(
                        clock.instant(), acting.actor(), pipeline(state, command), acting.epoch(), surroundings));
    }

    /// The first moment of its day, in the zone of its pipeline.
    @Nullable
    Instant restsUntil(DealState state) {
        return state instanceof DealState.Resting resting
                ? resting.until().atStartOfDay(kept(resting).limits().zone()).toInstant()
                : null;
    }

    /// What waits for its time.
    public List<Deadline> deadlines(DealState state) {
        return state instanceof DealState.Known known ? Deadline.in(known, kept(known)) : List.of();
    }

    private Pipeline kept(DealState.Known known) {
        Dossier deal = known.dossier();
        return pipelines.version(deal.lead().pipeline(), deal.pipelineVersion());
    }

    /// What people are asked about the deal after the command; absent when that is as it was, unless it is looked at
    /// because something was due. What other systems report asks nobody anything.
    @Nullable
    List<Waiting> waiting(DealState before, DealCommand command, DealState after) {
        if (!(after instanceof DealState.Known known) || command instanceof RecordMilestone) {
            return null;
        }
        List<Waiting> now = waiting(known);
        boolean asBefore =
                before instanceof DealState.Known earlier && waiting(earlier).equals(now);
        return asBefore && !(command instanceof EscalateRequest) ? null : now;
    }

    private List<Waiting> waiting(DealState.Known state) {
        return Escalation.waiting(state, kept(state), restsUntil(state));
    }

    private @Nullable Pipeline pipeline(DealState state, DealCommand command) {
        return switch (state) {
            case DealState.Known known -> kept(known);
            case Unknown _
            when command instanceof FindLead find ->
                pipelines.newest(find.lead().pipeline()).orElse(null);
            case Unknown _
            when command instanceof BeginReturnBusiness beginning ->
                pipelines.newest(beginning.lead().pipeline()).orElse(null);
            case Unknown _
            when command instanceof RecordLeadFound found ->
                pipelines.newest(found.lead().pipeline()).orElse(null);
            case Unknown _ -> null;
        };
    }
}
