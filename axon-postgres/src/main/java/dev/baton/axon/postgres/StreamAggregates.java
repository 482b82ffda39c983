package dev.baton.axon.postgres;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/// How a service tells Axon of an aggregate: found by the stream that its commands name, and kept in memory after it
/// was read. Several nodes may keep the same one: see [DecideAgain].
public final class StreamAggregates {
    private StreamAggregates() {}

    /// @param type with `@AggregateRoot`, made by its constructor without arguments; not a bean
    /// @param most how many are kept; one that is not is read from its first event
    public static <T> AggregateConfigurer<T> of(Class<T> type, int most) {
        Cache kept = new RecentAggregates(most);
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(axon -> new StreamTargetResolver())
                .configureRepository(axon -> repository(type, axon, kept));
    }

    private static <T> Repository<T> repository(Class<T> type, Configuration axon, Cache kept) {
        AggregateModel<T> model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type, axon.parameterResolverFactory(), axon.handlerDefinition(type));
        EventSourcingRepository.Builder<T> builder = EventSourcingRepository.builder(type)
                .aggregateModel(model)
                .aggregateFactory(new GenericAggregateFactory<>(model))
                .eventStore(axon.eventStore())
                .repositoryProvider(axon::repository)
                .spanFactory(axon.getComponent(RepositorySpanFactory.class))
                .cache(kept);
        return new KeptRepository<>(builder, kept);
    }
}
