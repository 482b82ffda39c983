package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What outside systems report, state by state: taken, too early, or in contradiction.
final class MilestoneDecisions {

    private MilestoneDecisions() {}

    static List<DealEvent> decide(DealState state, RecordMilestone report, DealContext context) {
        happened(report.occurredAt(), context);
        return switch (state) {
            case Unknown _ -> begin(report, context);
            case Disqualified _ -> throw Refusals.contradicted(report.milestone(), "the lead has been disqualified");
            case DealState.Open open -> next(open, report, context);
            case Lost lost
            when report instanceof RecordHandover ->
                throw Refusals.contradicted(report.milestone(), "the deal is " + lost.stateName());
            case DealState.Ended ended -> next(ended, report, context);
        };
    }

    private static void happened(Instant at, DealContext context) {
        Instant latest = context.now().plus(context.clockSkew());
        if (at.isAfter(latest)) {
            throw Refusals.inTheFuture(at, latest);
        }
    }

    private static List<DealEvent> begin(RecordMilestone report, DealContext context) {
        return switch (report) {
            case RecordLeadFound found -> LeadDecisions.found(found.lead(), context);
            case RecordLeadQualified _, RecordNegotiated _, RecordClosed _, RecordHandover _ ->
                throw Refusals.unknownDeal(report.deal());
        };
    }

    private static List<DealEvent> next(DealState.Known state, RecordMilestone report, DealContext context) {
        Dossier deal = state.dossier();
        Milestone milestone = report.milestone();
        if (deal.has(milestone)) {
            throw Refusals.alreadyRecorded(milestone, state);
        }
        notAfterWhatFollowed(deal, milestone, report.occurredAt());
        Guards.nothingSkipped(deal, milestone, outcome(report), context.rules());
        return switch (report) {
            case RecordLeadFound _ -> throw Refusals.alreadyRecorded(milestone, state);
            case RecordLeadQualified qualified -> qualified(qualified, context);
            case RecordNegotiated negotiated -> List.of(negotiated.terms());
            case RecordClosed closed -> closed(deal, closed);
            case RecordHandover handover -> requested(state, handover);
        };
    }

    /// A late milestone is taken; one that happened after what followed it cannot be true.
    private static void notAfterWhatFollowed(Dossier deal, Milestone late, Instant at) {
        for (Map.Entry<Milestone, Instant> other : deal.reached().entrySet()) {
            if (other.getKey().compareTo(late) > 0 && other.getValue().isBefore(at)) {
                throw Refusals.contradicted(
                        late, other.getKey().wireName() + " happened before it, at " + other.getValue());
            }
        }
    }

    private static @Nullable Outcome outcome(RecordMilestone report) {
        return report instanceof RecordClosed closed ? closed.close().outcome() : null;
    }

    private static List<DealEvent> qualified(RecordLeadQualified report, DealContext context) {
        Guards.criteriaAnswered(report.finding(), context.rules());
        return List.of(report.finding());
    }

    private static List<DealEvent> closed(Dossier deal, RecordClosed report) {
        Guards.worthSomething(deal, report.close());
        return List.of(report.close());
    }

    private static List<DealEvent> requested(DealState.Known state, RecordHandover report) {
        if (state instanceof DealState.Open) {
            throw Refusals.skipped(report.milestone(), List.of(Milestone.CLOSED));
        }
        return List.of(report.request());
    }
}
