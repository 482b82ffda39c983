package dev.baton.roles.member;

import dev.baton.contract.Holder;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// What the present unit of work has added to people's loads, and no row shows before its commit: whoever routes
/// twice in one unit of work must see what was taken the first time.
public final class UnwrittenLoads {
    private static final String KEY = UnwrittenLoads.class.getName();

    private UnwrittenLoads() {}

    static void note(Holder person, int weight) {
        if (weight != 0) {
            loads().merge(person, weight, Integer::sum);
        }
    }

    public static int of(Holder person) {
        return CurrentUnitOfWork.isStarted() ? loads().getOrDefault(person, 0) : 0;
    }

    private static Map<Holder, Integer> loads() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, key -> new HashMap<>());
    }
}
