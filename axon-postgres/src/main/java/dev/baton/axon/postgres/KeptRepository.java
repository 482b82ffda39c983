package dev.baton.axon.postgres;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// Keeps what it loaded, and says of which aggregates it did so.
final class KeptRepository<T> extends CachingEventSourcingRepository<T> {
    private final Cache kept;

    /// @param builder with the same cache
    KeptRepository(EventSourcingRepository.Builder<T> builder, Cache kept) {
        super(builder);
        this.kept = kept;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, @Nullable Long expectedVersion) {
        boolean before = kept.containsKey(stream);
        EventSourcedAggregate<T> aggregate = super.doLoadWithLock(stream, expectedVersion);
        if (before) {
            KeptStates.add(CurrentUnitOfWork.get(), aggregate);
        }
        return aggregate;
    }
}
