package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What outside systems report, state by state: taken, too early, or in contradiction.
final class MilestoneDecisions {

    private MilestoneDecisions() {}

    static List<DealEvent> decide(DealState state, RecordMilestone report, DealContext context) {
        happened(report.occurredAt(), context);
        return switch (state) {
            case Unknown _ -> begin(report, context);
            case Disqualified _ -> throw Refusals.contradicted(report.milestone(), "the lead has been disqualified");
            case Merged merged ->
                throw Refusals.contradicted(report.milestone(), "the deal goes on as " + merged.survivor());
            case DealState.Open open -> next(open, report, context);
            case OnHold resting -> movedOn(resting, report, next(resting, report, context));
            case Nurturing resting -> next(resting, report, context);
            case Lost lost
            when report instanceof RecordHandover ->
                throw Refusals.contradicted(report.milestone(), "the deal is " + lost.stateName());
            case Ended ended
            when report instanceof RecordHandover ->
                throw Refusals.contradicted(report.milestone(), "the service has ended");
            case DealState.Past past -> next(past, report, context);
        };
    }

    /// What moves a deal on ends its hold; what is only told late does not, and what ends the deal ends the hold, too.
    private static List<DealEvent> movedOn(OnHold resting, RecordMilestone report, List<DealEvent> events) {
        boolean ends = outcome(report) == Outcome.LOST;
        if (ends || resting.dossier().course().isPast(report.milestone())) {
            return events;
        }
        DealResumed resumed = new DealResumed(resting.held().stage(), ResumeCause.MOVED_ON, null);
        return Stream.concat(Stream.of(resumed), events.stream()).toList();
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
        notBeforeTheWay(deal, milestone, report.occurredAt());
        notAfterWhatFollowed(deal, milestone, report.occurredAt());
        Guards.nothingSkipped(deal, milestone, outcome(report), context.rules());
        return switch (report) {
            case RecordLeadFound _ -> throw Refusals.alreadyRecorded(milestone, state);
            case RecordLeadQualified qualified -> qualified(deal, qualified, context);
            case RecordNegotiated negotiated -> negotiated(state, negotiated, context);
            case RecordClosed closed -> closed(deal, closed, context);
            case RecordHandover handover -> requested(state, handover, context);
        };
    }

    /// What happened before the deal was set back, or reopened, does not count afterwards.
    private static void notBeforeTheWay(Dossier deal, Milestone milestone, Instant at) {
        Instant setBack = deal.course().setBackAt();
        if (setBack != null && at.isBefore(setBack)) {
            throw Refusals.contradicted(milestone, "the deal was set back after it, at " + setBack);
        }
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

    private static List<DealEvent> qualified(Dossier deal, RecordLeadQualified report, DealContext context) {
        Guards.criteriaAnswered(deal, report.finding(), context.rules());
        return List.of(report.finding());
    }

    /// What is told late is not agreed to again.
    private static List<DealEvent> negotiated(DealState.Known state, RecordNegotiated report, DealContext context) {
        Dossier deal = state.dossier();
        if (!deal.course().isPast(report.milestone())) {
            TermsGuards.agreeable(deal, context);
            TermsGuards.worthTheOffer(deal, report.terms().value(), context.rules());
        }
        return List.of(report.terms());
    }

    private static List<DealEvent> closed(Dossier deal, RecordClosed report, DealContext context) {
        TermsGuards.signable(deal, report.close(), context);
        Guards.worthSomething(deal, report.close());
        return List.of(Rates.closed(deal, report.close(), context, report.occurredAt()));
    }

    /// The package may be what support, who holds the deal already, has waited for.
    private static List<DealEvent> requested(DealState.Known state, RecordHandover report, DealContext context) {
        return switch (state) {
            case Won won -> {
                Dossier packed = won.dossier().packedWith(report.request().handoverPackage());
                yield Stream.concat(
                                Stream.of(report.request()),
                                HandoverDecisions.handed(packed, packed.holder(), context).stream())
                        .toList();
            }
            case InSupport _ -> List.of(report.request());
            case DealState.Known _ -> throw Refusals.skipped(report.milestone(), List.of(Milestone.CLOSED));
        };
    }
}
