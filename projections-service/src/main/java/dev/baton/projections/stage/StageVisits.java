package dev.baton.projections.stage;

import dev.baton.projections.deal.DealState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All visits of one deal, the last one being where it is now.
public record StageVisits(List<StageVisit> visits) {
    private static final int FIRST_ATTEMPT = 1;
    static final StageVisits NONE = new StageVisits(List.of());

    public StageVisits {
        visits = List.copyOf(visits);
    }

    StageVisits then(StageVisit next) {
        List<StageVisit> all = new ArrayList<>(visits);
        if (!all.isEmpty()) {
            all.add(all.removeLast().leave(next.entered(), next.enteredRecorded()));
        }
        all.add(next);
        return new StageVisits(all);
    }

    int nextVisit() {
        return visits.size() + 1;
    }

    /// Where the deal is; absent before it is found.
    @Nullable
    DealState now() {
        return visits.isEmpty() ? null : visits.getLast().stage();
    }

    int attempt() {
        return visits.isEmpty() ? FIRST_ATTEMPT : visits.getLast().attempt();
    }
}
