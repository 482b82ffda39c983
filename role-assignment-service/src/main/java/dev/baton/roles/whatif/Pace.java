package dev.baton.roles.whatif;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In which order the relay really came to its news: in the order of the log, but for deals that were parked meanwhile,
/// whose news was kept and heard later, in order.
final class Pace {
    private final Map<UUID, String> waiting = new LinkedHashMap<>();
    private final Map<UUID, String> passed = new HashMap<>();
    private final Map<String, Set<UUID>> passedOf = new HashMap<>();
    private final Set<UUID> late = new HashSet<>();
    private final Set<UUID> silent = new HashSet<>();

    /// @param late news that was heard out of turn
    /// @param silent news that nothing ever came of: when it was heard, if it was, is not on record
    record Order(Set<UUID> late, Set<UUID> silent) {}

    static Order of(History history) {
        Pace pace = new Pace();
        history.read(pace::on);
        return new Order(Set.copyOf(pace.late), Set.copyOf(pace.silent));
    }

    private void on(LoggedFact fact) {
        UUID cause = fact.cause();
        if (cause != null && !fact.ofDeal()) {
            follows(cause);
        }
        if (News.is(fact)) {
            waiting.put(fact.id(), fact.stream().id());
            silent.add(fact.id());
        }
    }

    private void follows(UUID cause) {
        silent.remove(cause);
        String deal = waiting.get(cause);
        if (deal != null) {
            passUpTo(cause);
            settled(deal);
        } else {
            heardLate(cause, passed.get(cause));
        }
    }

    /// What comes before, and nothing came of, was passed: for good, or because its deal is parked.
    private void passUpTo(UUID cause) {
        Iterator<Map.Entry<UUID, String>> all = waiting.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<UUID, String> next = all.next();
            all.remove();
            if (next.getKey().equals(cause)) {
                return;
            }
            passed.put(next.getKey(), next.getValue());
            passedOf.computeIfAbsent(next.getValue(), key -> new LinkedHashSet<>())
                    .add(next.getKey());
        }
    }

    /// A deal whose news is heard in turn is not parked.
    private void settled(String deal) {
        Set<UUID> behind = passedOf.remove(deal);
        if (behind != null) {
            behind.forEach(passed::remove);
        }
    }

    /// With everything of its deal that had been kept before it.
    private void heardLate(UUID cause, @Nullable String deal) {
        if (deal == null) {
            return;
        }
        Iterator<UUID> kept = passedOf.getOrDefault(deal, Set.of()).iterator();
        while (kept.hasNext()) {
            UUID next = kept.next();
            kept.remove();
            passed.remove(next);
            late.add(next);
            if (next.equals(cause)) {
                return;
            }
        }
    }
}
