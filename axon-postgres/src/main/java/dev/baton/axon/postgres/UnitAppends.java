package dev.baton.axon.postgres;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// What a unit of work that runs in no transaction will append: events and companions' rows, handed over as one when
/// the unit commits. Nothing is left to do after it that could fail: what was acknowledged stays.
final class UnitAppends implements PendingAppends.Gathering {
    private static final String KEY = UnitAppends.class.getName();

    private final List<NewEvent> events = new ArrayList<>();
    private final List<Append.Beside> beside = new ArrayList<>();

    private UnitAppends() {}

    /// Nested units belong to their root: they are kept or undone with it.
    static UnitAppends of(UnitOfWork<?> unit, GroupCommit group) {
        UnitOfWork<?> root = unit.root();
        return root.getOrComputeResource(KEY, key -> {
            UnitAppends pending = new UnitAppends();
            // Still undone when it throws: aggregates that were kept in memory are dropped with it.
            root.onCommit(committing -> group.commit(new Append(pending.events, pending.beside)));
            return pending;
        });
    }

    void add(List<NewEvent> more) {
        events.addAll(more);
    }

    void add(Append.Beside more) {
        beside.add(more);
    }
}
