package dev.baton.roles.parking;

import dev.baton.roles.handoff.HandOffSaga;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets the saga of a parked deal hear what was kept for it, in order and in one transaction: all of it, or the deal
/// stays parked. The processor leaves the deal alone as long as it is parked, so nobody else touches its saga.
@Component
class SecondTry {
    private final ParkingPlace parking;
    private final EventStore log;
    private final TransactionManager transactions;
    private final Configuration axon;
    private final List<CorrelationDataProvider> correlations;
    private final ApplicationEventPublisher news;

    SecondTry(
            ParkingPlace parking,
            EventStore log,
            TransactionManager transactions,
            Configuration axon,
            List<CorrelationDataProvider> correlations,
            ApplicationEventPublisher news) {
        this.parking = parking;
        this.log = log;
        this.transactions = transactions;
        this.axon = axon;
        this.correlations = correlations;
        this.news = news;
    }

    /// @return whether the deal has left the parking place
    boolean of(ParkedHandOff parked) {
        List<EventMessage<?>> kept = kept(parked.deal());
        if (kept.isEmpty()) {
            return false;
        }
        try {
            hear(parked.deal(), kept);
            news.publishEvent(new HandOffGoesOn(parked.deal()));
            return true;
        } catch (Exception failure) {
            parking.failed(parked.deal(), parked.position(), failure.getCause() == null ? failure : failure.getCause());
            return false;
        }
    }

    private void hear(String deal, List<EventMessage<?>> kept) throws Exception {
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(kept);
        correlations.forEach(work::registerCorrelationDataProvider);
        work.attachTransaction(transactions);
        ResultMessage<?> heard = work.executeWithResult(
                () -> {
                    step(deal, kept, work);
                    return null;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (heard.isExceptional()) {
            throw new IllegalStateException("it fails again", heard.exceptionResult());
        }
    }

    private void step(String deal, List<EventMessage<?>> kept, BatchingUnitOfWork<EventMessage<?>> work)
            throws Exception {
        if (work.isFirstMessage()) {
            parking.close(deal);
            requireAll(deal, kept.size());
        }
        axon.eventProcessingConfiguration()
                .sagaConfiguration(HandOffSaga.class)
                .manager()
                .handle(work.getMessage(), Segment.ROOT_SEGMENT);
        if (work.isLastMessage()) {
            parking.leave(deal);
        }
    }

    private void requireAll(String deal, int kept) {
        if (parking.positions(deal).size() != kept) {
            throw new IllegalStateException("more was kept meanwhile");
        }
    }

    private List<EventMessage<?>> kept(String deal) {
        List<EventMessage<?>> events = new ArrayList<>();
        parking.positions(deal).forEach(position -> events.add(at(position)));
        return events;
    }

    private EventMessage<?> at(long position) {
        try (var stream = log.openStream(new GlobalSequenceTrackingToken(position - 1))) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
