package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Milestones that are told after what followed them: on record, and nothing else changes.
final class Late {
    private Late() {}

    static DealState milestone(DealState.Known state, ProspectingEvent event, Instant at) {
        if (event instanceof LeadQualified late) {
            return told(state, Milestone.LEAD_QUALIFIED, late, late.value(), at);
        }
        throw new ImpossibleTransition(state, event);
    }

    static DealState milestone(DealState.Known state, NegotiationEvent event, Instant at) {
        if (event instanceof Negotiated late) {
            return told(state, Milestone.NEGOTIATED, late, late.value(), at);
        }
        throw new ImpossibleTransition(state, event);
    }

    private static DealState told(
            DealState.Known state, Milestone milestone, DealEvent event, @Nullable Money value, Instant at) {
        if (state.dossier().has(milestone)) {
            throw new ImpossibleTransition(state, event);
        }
        return state.with(state.dossier().reached(milestone, at, value));
    }
}
