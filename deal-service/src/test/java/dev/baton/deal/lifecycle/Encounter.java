package dev.baton.deal.lifecycle;

import static java.util.stream.Collectors.joining;

import dev.baton.contract.deal.DealEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state meets a command.
///
/// @param events what follows; empty when nothing does
/// @param after the state that they lead to
/// @param refusal absent when it is carried out
record Encounter(
        DealState before,
        List<DealEvent> events,
        DealState after,
        @Nullable DealRejected refusal) {

    static Encounter of(DealState state, Sample sample, Pipeline pipeline) {
        return of(state, sample.command(), Deals.by(sample.by().apply(state), pipeline));
    }

    static Encounter of(DealState state, DealCommand command, DealContext context) {
        try {
            List<DealEvent> events = DealDecisions.decide(state, command, context);
            DealState after = state;
            for (DealEvent event : events) {
                after = after.told(event, context.now(), context.now());
            }
            return new Encounter(state, events, after, null);
        } catch (DealRejected refused) {
            return new Encounter(state, List.of(), state, refused);
        }
    }

    /// For instance `LeadQualified → Qualified`, or the code of the refusal.
    String outcome() {
        if (refusal != null) {
            return "*" + refusal.code() + "*";
        }
        if (events.isEmpty()) {
            return "nothing";
        }
        String facts =
                events.stream().map(event -> event.getClass().getSimpleName()).collect(joining(", "));
        boolean moved = !after.stateName().equals(before.stateName());
        return moved ? facts + " → " + after.stateName() : facts;
    }
}
