package dev.baton.deal.lifecycle;

import dev.baton.deal.lifecycle.DueCommand.BreachCommitments;
import dev.baton.deal.service.Commitment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What happens to a deal when its time is over, and when that is: of each kind the next.
public record Deadline(Kind kind, Instant at) {

    public enum Kind {
        COMMITMENT
    }

    /// Everything that waits for its time while the deal stands as it does: whatever changes the state changes this.
    public static List<Deadline> in(DealState state) {
        return state instanceof InSupport support
                ? support.service().commitments().values().stream()
                        .filter(Commitment::pending)
                        .map(Commitment::due)
                        .min(Comparator.naturalOrder())
                        .map(at -> List.of(new Deadline(Kind.COMMITMENT, at)))
                        .orElse(List.of())
                : List.of();
    }

    public DueCommand command(String deal) {
        return switch (kind) {
            case COMMITMENT -> new BreachCommitments(deal, at);
        };
    }
}
