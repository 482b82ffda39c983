package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.ops.TaskProgress;
import java.sql.SQLException;

/// What a service sends to fill the topics.
public sealed interface Shipment permits WholeLog, Rest {

    /// Goes on behind the session's position, and moves it only behind what Kafka has acknowledged.
    void ship(FillingDesk.Session session, EventSender sender, TaskProgress progress) throws SQLException;
}
