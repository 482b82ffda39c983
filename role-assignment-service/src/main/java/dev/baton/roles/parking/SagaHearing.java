package dev.baton.roles.parking;

import dev.baton.roles.handoff.HandOffSaga;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.stereotype.Component;

/// As the relay would, but for one event alone. The processor leaves the deal alone as long as it
/// is parked, so nobody else touches its saga.
@Component
class SagaHearing implements Hearing {
    private final KeptRows kept;
    private final EventStore log;
    private final TransactionManager transactions;
    private final Configuration axon;
    private final List<CorrelationDataProvider> correlations;

    SagaHearing(
            KeptRows kept,
            EventStore log,
            TransactionManager transactions,
            Configuration axon,
            List<CorrelationDataProvider> correlations) {
        this.kept = kept;
        this.log = log;
        this.transactions = transactions;
        this.axon = axon;
        this.correlations = correlations;
    }

    @Override
    public boolean hear(String deal, long position) throws Exception {
        EventMessage<?> event = at(position);
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(List.of(event));
        correlations.forEach(work::registerCorrelationDataProvider);
        work.attachTransaction(transactions);
        ResultMessage<Boolean> heard =
                work.executeWithResult(() -> step(deal, position, event), RollbackConfigurationType.ANY_THROWABLE);
        if (heard.isExceptional()) {
            throw failure(heard.exceptionResult());
        }
        return heard.getPayload();
    }

    private boolean step(String deal, long position, EventMessage<?> event) throws Exception {
        if (!kept.lock(deal, position)) {
            return false;
        }
        axon.eventProcessingConfiguration()
                .sagaConfiguration(HandOffSaga.class)
                .manager()
                .handle(event, Segment.ROOT_SEGMENT);
        kept.heard(deal, position);
        return true;
    }

    private static Exception failure(Throwable failure) {
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    private EventMessage<?> at(long position) {
        try (var stream = log.openStream(new GlobalSequenceTrackingToken(position - 1))) {
            return stream.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
