package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose time is over, and who has to see to it.
final class SlaDecisions {
    private SlaDecisions() {}

    /// Nothing when it was done meanwhile, is not due, was said already, or rests with the deal.
    static List<DealEvent> decide(DealState state, BreachSla command, DealContext context) {
        if (!(state instanceof DealState.Known known)) {
            return List.of();
        }
        Instant due = due(known, command.sla(), context.rules());
        SlaClock clock = known.dossier().clocks().of(command.sla());
        return due == null || clock == null || context.now().isBefore(due)
                ? List.of()
                : List.of(breached(known, command.sla(), clock.since(), due, context.rules()));
    }

    /// When its time is over if nothing happens; absent when no clock runs, or the pipeline sets no time for it.
    static @Nullable Instant due(DealState.Known state, Sla sla, Pipeline rules) {
        Duration limit = rules.sla().limit(sla, SlaClocks.stage(state));
        SlaClock clock = state.dossier().clocks().of(sla);
        return limit == null || clock == null || !clock.runs()
                ? null
                : clock.due(limit, rules.terms().calendar());
    }

    private static SlaBreached breached(DealState.Known state, Sla sla, Instant since, Instant due, Pipeline rules) {
        Holder holder = state.dossier().holder();
        Stage stage = sla == Sla.STAGE_LIMIT ? SlaClocks.stage(state) : null;
        return new SlaBreached(sla, stage, since, due, holder, manager(holder, rules));
    }

    /// The first of the pipeline's chain of command who is not late themself; absent when nobody is left.
    static @Nullable String manager(Holder late, Pipeline rules) {
        return Escalation.approvers(rules, List.of(late.member())).stream()
                .findFirst()
                .orElse(null);
    }
}
