package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.deal.lifecycle.DueCommand.BreachCommitments;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import dev.baton.deal.service.Commitment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happens to a deal when its time is over, and when that is: of each kind the next.
public record Deadline(Kind kind, Instant at) {

    public enum Kind {
        COMMITMENT,
        FIRST_RESPONSE,
        STAGE_LIMIT,
        FIRST_CONTACT;

        static Kind of(Sla sla) {
            return switch (sla) {
                case FIRST_RESPONSE -> FIRST_RESPONSE;
                case STAGE_LIMIT -> STAGE_LIMIT;
                case FIRST_CONTACT -> FIRST_CONTACT;
            };
        }
    }

    /// Everything that waits for its time while the deal stands as it does: whatever changes the state changes this.
    public static List<Deadline> in(DealState.Known state, Pipeline rules) {
        List<Deadline> deadlines = new ArrayList<>();
        for (Sla sla : Sla.values()) {
            Instant due = SlaDecisions.due(state, sla, rules);
            if (due != null) {
                deadlines.add(new Deadline(Kind.of(sla), due));
            }
        }
        if (state instanceof InSupport support) {
            support.service().commitments().values().stream()
                    .filter(Commitment::pending)
                    .map(Commitment::due)
                    .min(Comparator.naturalOrder())
                    .ifPresent(at -> deadlines.add(new Deadline(Kind.COMMITMENT, at)));
        }
        return List.copyOf(deadlines);
    }

    public DueCommand command(String deal) {
        return switch (kind) {
            case COMMITMENT -> new BreachCommitments(deal, at);
            case FIRST_RESPONSE -> new BreachSla(deal, Sla.FIRST_RESPONSE);
            case STAGE_LIMIT -> new BreachSla(deal, Sla.STAGE_LIMIT);
            case FIRST_CONTACT -> new BreachSla(deal, Sla.FIRST_CONTACT);
        };
    }
}
