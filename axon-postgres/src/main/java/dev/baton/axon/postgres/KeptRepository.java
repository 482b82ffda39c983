package dev.baton.axon.postgres;

import dev.baton.contract.Targeted;
import java.util.concurrent.Callable;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps what it loaded, and says of which aggregates it did so.
///
/// The stream of a command that begins one is not looked for: that it is not kept here is taken for
/// its absence. Where that was wrong, the append finds its place taken, or a refusal is checked
/// before it is believed; the command is then decided again, and the stream is looked for.
final class KeptRepository<T> extends CachingEventSourcingRepository<T> {
    private static final String BEGINNING = KeptRepository.class.getName() + ".beginning";

    /// A deal is begun twice in quick succession or never: some hundred bytes each.
    private static final int DOUBTED = 10_000;

    private final Cache kept;
    private final Cache doubted = new RecentAggregates(DOUBTED);

    /// @param builder with the same cache
    KeptRepository(EventSourcingRepository.Builder<T> builder, Cache kept) {
        super(builder);
        this.kept = kept;
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(String stream, Callable<T> factory)
            throws Exception {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        if (!begins(unit)) {
            return super.doLoadOrCreate(stream, factory);
        }
        unit.resources().put(BEGINNING, stream);
        LockAwareAggregate<T, EventSourcedAggregate<T>> aggregate = super.doLoadOrCreate(stream, factory);
        if (aggregate.version() == null) {
            KeptStates.add(unit, stream, aggregate.getWrappedAggregate());
        }
        return aggregate;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, @Nullable Long expectedVersion) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        boolean before = kept.containsKey(stream);
        if (!before && isPresumedNew(stream, unit)) {
            throw new AggregateNotFoundException(stream, "not looked for: the command begins it");
        }
        EventSourcedAggregate<T> aggregate = super.doLoadWithLock(stream, expectedVersion);
        if (before) {
            KeptStates.add(unit, stream, aggregate);
        }
        return aggregate;
    }

    private boolean isPresumedNew(String stream, UnitOfWork<?> unit) {
        if (!stream.equals(unit.resources().get(BEGINNING)) || doubted.containsKey(stream)) {
            return false;
        }
        unit.onRollback(undone -> doubted.put(stream, Boolean.TRUE));
        return true;
    }

    /// A command alone: within a greater transaction a conflict would undo more than the command.
    private static boolean begins(UnitOfWork<?> unit) {
        return unit.getMessage().getPayload() instanceof Targeted command
                && command.begins()
                && unit.root() == unit
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
