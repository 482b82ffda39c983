package dev.baton.roles.whatif;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/// In which order the relay really came to its news: in the order of the log, but for deals that were parked meanwhile.
final class Pace {
    private final LinkedHashSet<UUID> waiting = new LinkedHashSet<>();
    private final Set<UUID> passed = new HashSet<>();
    private final Set<UUID> late = new HashSet<>();

    static Set<UUID> late(History history) {
        Pace pace = new Pace();
        history.read(pace::on);
        return Set.copyOf(pace.late);
    }

    private void on(LoggedFact fact) {
        UUID cause = fact.cause();
        if (cause != null && !fact.ofDeal()) {
            follows(cause);
        }
        if (News.is(fact)) {
            waiting.add(fact.id());
        }
    }

    private void follows(UUID cause) {
        if (waiting.contains(cause)) {
            passUpTo(cause);
        } else if (passed.remove(cause)) {
            late.add(cause);
        }
    }

    private void passUpTo(UUID cause) {
        Iterator<UUID> all = waiting.iterator();
        while (all.hasNext()) {
            UUID next = all.next();
            all.remove();
            if (next.equals(cause)) {
                return;
            }
            passed.add(next);
        }
    }
}
