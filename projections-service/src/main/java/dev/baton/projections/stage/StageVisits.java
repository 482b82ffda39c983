package dev.baton.projections.stage;

import java.util.ArrayList;
import java.util.List;

/// All visits of one deal, the last one being where it is now.
public record StageVisits(List<StageVisit> visits) {
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
}
