package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which manager does what falls to a manager: whoever is named for it when they are there, else
/// the steward, else the one with the least to do.
public final class StandIns {
    private StandIns() {}

    /// Who carries a deal that its holder cannot carry any more, until somebody takes it. From a
    /// manager who is only away nothing goes to another who is away as well: the deal would go to
    /// and fro between them. Whoever left another role, and is there as the only manager, carries
    /// it as a manager.
    ///
    /// @param managers who have not departed
    public static @Nullable Holder choose(Holder steward, Holder gone, List<Colleague> managers) {
        boolean away = gone.role() == Role.SALES_MANAGER && managers.stream().anyMatch(one -> is(gone, one));
        return managers.stream()
                .filter(manager -> !is(gone, manager) && (manager.available() || !away))
                .min(best(steward, steward))
                .or(() -> managers.stream()
                        .filter(manager -> gone.role() != Role.SALES_MANAGER && manager.available())
                        .findFirst())
                .map(StandIns::holder)
                .orElse(null);
    }

    /// @param named who is to do it
    /// @param managers who have not departed
    public static Holder inChargeFor(Holder named, Holder steward, List<Colleague> managers) {
        return managers.stream().min(best(named, steward)).map(StandIns::holder).orElse(named);
    }

    private static Comparator<Colleague> best(Holder named, Holder steward) {
        return Comparator.comparing((Colleague manager) -> !manager.available())
                .thenComparing(manager -> !is(named, manager))
                .thenComparing(manager -> !is(steward, manager))
                .thenComparingDouble(Colleague::share)
                .thenComparing(Colleague::member);
    }

    private static Holder holder(Colleague manager) {
        return new Holder(Role.SALES_MANAGER, manager.member());
    }

    private static boolean is(Holder person, Colleague manager) {
        return person.member().equals(manager.member());
    }
}
