package dev.baton.projections.handoff;

import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All holdings of one deal, the last one lasting unless the carried deal has ended, and what has asked for more.
public record Responsibility(String deal, List<Holding> holdings, Map<TransferCause, Asked> asked) {

    public Responsibility {
        holdings = List.copyOf(holdings);
        asked = Map.copyOf(asked);
    }

    static Responsibility of(String deal) {
        return new Responsibility(deal, List.of(), Map.of());
    }

    /// A stage fact may be told after the hand-off that it asked for.
    Responsibility ask(TransferCause cause, Asked when) {
        Map<TransferCause, Asked> all = new EnumMap<>(TransferCause.class);
        all.putAll(asked);
        all.put(cause, when);
        List<Holding> told =
                holdings.stream().map(holding -> holding.askedBy(cause, when)).toList();
        return new Responsibility(deal, told, all);
    }

    /// The end of one holding is the beginning of the next: the same fact, the same moment.
    Responsibility then(Holding next) {
        Responsibility ended = end(next.from(), next.fromRecorded(), null);
        List<Holding> all = new ArrayList<>(ended.holdings);
        all.add(next);
        return new Responsibility(deal, all, asked);
    }

    /// After an end there was nobody: the holding before keeps it.
    Responsibility again(Holding next) {
        List<Holding> all = new ArrayList<>(holdings);
        all.add(next);
        return new Responsibility(deal, all, asked);
    }

    Responsibility end(Instant at, Instant recorded, @Nullable EndCause cause) {
        if (holdings.isEmpty()) {
            return this;
        }
        List<Holding> all = new ArrayList<>(holdings);
        all.add(all.removeLast().until(at, recorded, cause));
        return new Responsibility(deal, all, asked);
    }
}
