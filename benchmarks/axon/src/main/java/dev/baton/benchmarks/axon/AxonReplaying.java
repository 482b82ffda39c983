package dev.baton.benchmarks.axon;

import dev.baton.benchmarks.work.Milestone;
import dev.baton.benchmarks.work.Milestone.Told;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import dev.baton.benchmarks.work.StoryTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/// The starter's own processor, begun again from the first event.
final class AxonReplaying implements ReplayContender {
    /// More than it comes to in any turn.
    private static final long MOST = 20_000;

    private static final int PAGE = 500;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final ConfigurableApplicationContext service;
    private final StreamingEventProcessor processor;
    private final StoryHandler handler;
    private final JdbcTemplate jdbc;
    private long events;

    /// What an application adds to the starter: one handler. And that it begins at the first event
    /// without calling that a replay, since the token of a replay cannot be read back by the JSON
    /// serializer; and only when it is told to, since a tracking processor that is stopped while it
    /// starts never works again.
    @Import({AsItComes.class, StoryHandler.class})
    static class Application {

        @Bean
        ConfigurerModule fromTheFirstEvent() {
            return configurer -> configurer
                    .eventProcessing()
                    .registerTrackingEventProcessorConfiguration(
                            axon -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                    .andAutoStart(false));
        }
    }

    AxonReplaying(Place place) {
        service = AxonAppending.service(Application.class, place, AsItComes.SETTINGS);
        handler = service.getBean(StoryHandler.class);
        jdbc = service.getBean(JdbcTemplate.class);
        processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor(StoryHandler.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        jdbc.execute(StoryTable.CREATE);
    }

    @Override
    public void fill(long wanted) {
        EventStore store = service.getBean(EventStore.class);
        TransactionManager transactions = service.getBean(TransactionManager.class);
        events = Math.min(wanted, MOST);
        for (long first = 0; first < events; first += PAGE) {
            List<GenericDomainEventMessage<Told>> page = page(first, Math.min(events, first + PAGE));
            transactions.executeInTransaction(() -> store.publish(page));
        }
    }

    private static List<GenericDomainEventMessage<Told>> page(long first, long end) {
        return LongStream.range(first, end)
                .mapToObj(Milestone::at)
                .map(milestone -> new GenericDomainEventMessage<>(
                        "deal", milestone.deal(), milestone.sequence(), milestone.told()))
                .toList();
    }

    @Override
    public void empty() {
        jdbc.execute("truncate story");
        jdbc.update("delete from token_entry");
        handler.forget();
    }

    @Override
    public long rebuild(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        processor.start();
        while (handler.handled() < events && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        Long rows = jdbc.queryForObject("select count(*) from story", Long.class);
        return rows == null ? 0 : rows;
    }

    @Override
    public void halt() {
        processor.shutDown();
    }

    @Override
    public void close() {
        service.close();
    }
}
