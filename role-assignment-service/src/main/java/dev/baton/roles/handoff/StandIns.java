package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who carries a deal that its holder cannot carry any more, until somebody takes it: the steward when there, else the
/// manager with the least to do. From a manager who is only away nothing goes to another who is away as well: the deal
/// would go to and fro between them.
public final class StandIns {
    private StandIns() {}

    /// @param managers who have not departed
    public static @Nullable Holder choose(Holder steward, Holder gone, List<Colleague> managers) {
        boolean away = gone.role() == Role.SALES_MANAGER && managers.stream().anyMatch(one -> is(gone, one));
        Comparator<Colleague> best = Comparator.comparing((Colleague manager) -> !manager.available())
                .thenComparing(manager -> !is(steward, manager))
                .thenComparingDouble(Colleague::share)
                .thenComparing(Colleague::member);
        return managers.stream()
                .filter(manager -> !is(gone, manager) && (manager.available() || !away))
                .min(best)
                .map(manager -> new Holder(Role.SALES_MANAGER, manager.member()))
                .orElse(null);
    }

    private static boolean is(Holder person, Colleague manager) {
        return person.member().equals(manager.member());
    }
}
