package dev.baton.axon.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/// Axon's view of the log. A token is the last position that was handled: positions are dense and
/// appear in order, so there are no gaps to remember.
public final class PostgresEventStorageEngine implements EventStorageEngine {
    private static final int PAGE = 500;

    private final LogReader reader;
    private final AxonMessages messages;
    private final PendingAppends appends;

    PostgresEventStorageEngine(LogReader reader, AxonMessages messages, PendingAppends appends) {
        this.reader = reader;
        this.messages = messages;
        this.appends = appends;
    }

    /// @throws EventTooLarge before anything is appended
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        appends.add(events.stream()
                .map(messages::toRow)
                .map(EventTooLarge::requireFit)
                .toList());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        reader.after(positionOf(token), PAGE),
                        page -> !page.isEmpty(),
                        page -> reader.after(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(messages::toTracked);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        List<EventRow> rows = reader.stream(stream, firstSequence);
        long stored =
                rows.isEmpty() ? firstSequence - 1 : rows.getLast().event().sequence();
        return DomainEventStream.of(
                Stream.concat(rows.stream(), appends.behind(stream, stored)).map(messages::toDomain));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        Optional<Long> stored = reader.lastSequence(stream);
        return appends.behind(stream, stored.orElse(-1L))
                .map(row -> row.event().sequence())
                .max(Long::compare)
                .or(() -> stored);
    }

    /// Streams are short here; an aggregate is read from its first event.
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("snapshots are not kept, streams are short: "
                + snapshot.getAggregateIdentifier() + " needs no snapshot trigger");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(reader.lastPosition());
    }

    /// By recorded time: it alone grows along the log.
    @Override
    public @Nullable TrackingToken createTokenAt(Instant recordedAt) {
        return tokenAt(reader.lastPositionBefore(recordedAt));
    }

    static long positionOf(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            case TrackingToken other ->
                throw new IllegalArgumentException(
                        "not a token of this log: " + other.getClass().getName());
        };
    }

    private static @Nullable TrackingToken tokenAt(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }
}
