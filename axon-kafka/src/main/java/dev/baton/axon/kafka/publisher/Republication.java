package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.ops.LongTask;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.ops.TaskRefused;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.EventLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;

/// Fills topics that were lost again, in three steps that are asked for one by one, since two services take part:
/// `hold` (both), `send` (first the one that has both services' events in causal order, then the other), `release`
/// (both). Each may be asked for again: what was done stays done, and killed in the middle it goes on.
///
/// @param first whether this service's log holds what the other says, too, and so comes first
public record Republication(
        FillingDesk desk,
        boolean first,
        Shipment shipment,
        KafkaClients clients,
        BatonTopics topics,
        EndOffsets offsets)
        implements LongTask {

    public static Republication of(
            PublisherSettings settings,
            String source,
            EventLog events,
            DataSource database,
            KafkaClients clients,
            BatonTopics topics,
            EndOffsets offsets,
            boolean takesIn) {
        var shipment = takesIn
                ? new WholeLog(events, settings.batchSize())
                : new Rest(events, source, database, clients, offsets, settings.batchSize());
        return new Republication(
                new FillingDesk(database, settings.name()), takesIn, shipment, clients, topics, offsets);
    }

    @Override
    public String name() {
        return "republish";
    }

    @Override
    public Set<String> options() {
        return Set.of("step", "force");
    }

    @Override
    public Filling run(Map<String, String> options, TaskProgress progress) throws SQLException {
        return switch (options.getOrDefault("step", "")) {
            case "hold" -> hold();
            case "send" -> send(Boolean.parseBoolean(options.get("force")), progress);
            case "release" -> release();
            default -> throw new TaskRefused("'step' is one of hold, send, release");
        };
    }

    /// Once it is held, nothing of this service is under way to Kafka.
    private Filling hold() throws SQLException {
        desk.hold();
        return desk.withTheRight(FillingDesk.Session::filling);
    }

    private Filling send(boolean force, TaskProgress progress) throws SQLException {
        if (desk.find().isEmpty()) {
            throw new TaskRefused("the publisher must be held first");
        }
        return desk.withTheRight(session -> {
            if (!isUnderWay(session)) {
                session.begin(emptyTopics(force));
            }
            if (session.filling().state() == Filling.State.SENDING) {
                ship(session, progress);
            }
            return session.filling();
        });
    }

    /// Topics that were made anew since are filled from the beginning.
    private boolean isUnderWay(FillingDesk.Session session) {
        return session.filling().state() != Filling.State.HELD
                && session.topics().equals(offsets.ids(BatonTopics.ALL));
    }

    private Map<String, String> emptyTopics(boolean force) {
        if (first && records() > 0) {
            requireForce(force);
            topics.makeAnew();
        }
        topics.create();
        return offsets.ids(BatonTopics.ALL);
    }

    private long records() {
        return offsets.ids(BatonTopics.ALL).keySet().stream()
                .mapToLong(topic -> offsets.records(List.of(topic)))
                .sum();
    }

    private void requireForce(boolean force) {
        if (!force) {
            throw new TaskRefused("the topics hold " + records()
                    + " records; with --force they are deleted and filled again from the stores");
        }
    }

    private void ship(FillingDesk.Session session, TaskProgress progress) throws SQLException {
        try (var sender = new EventSender(clients.producer("republication"))) {
            shipment.ship(session, sender, progress);
        }
        if (!session.topics().equals(offsets.ids(BatonTopics.ALL))) {
            throw new KafkaException("the topics were made anew in the middle; ask again");
        }
        session.reached(Filling.State.SENT, session.filling().position());
    }

    private Filling release() throws SQLException {
        var before = desk.find();
        if (before.isEmpty()) {
            throw new TaskRefused("nothing is held");
        }
        if (before.get().state() == Filling.State.SENDING) {
            throw new TaskRefused("not everything has been sent; 'send' goes on with it");
        }
        return desk.withTheRight(session -> {
            session.end();
            return before.get();
        });
    }
}
