package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.verify.TopicScan;
import dev.baton.axon.postgres.EventLog;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// What the topics still lack of this service's own events, in the log's order: what the other service had not read
/// when the topics were lost.
///
/// Where it stands is on the topics themselves: killed in the middle, it looks at them again.
record Rest(
        EventLog events, String source, DataSource database, KafkaClients clients, EndOffsets offsets, int batchSize)
        implements Shipment {

    @Override
    public void ship(FillingDesk.Session session, EventSender sender, TaskProgress progress) throws SQLException {
        try (var connection = database.getConnection();
                var lack = new Lack(connection, source)) {
            var fence = TopicScan.upToNow(clients, offsets, BatonTopics.ALL);
            progress.begin("looking at the topics", fence.records());
            fence.read(lack::have, progress::reached);
            long last = lookAtLog(lack, progress);
            send(lack, sender, progress);
            session.reached(Filling.State.SENDING, last);
        }
    }

    private long lookAtLog(Lack lack, TaskProgress progress) {
        progress.begin("looking at the log", events.lastPosition());
        long position = 0;
        for (var page = events.readAfter(0, batchSize); !page.isEmpty(); page = events.readAfter(position, batchSize)) {
            lack.ought(page);
            position = page.getLast().position();
            progress.reached(position);
        }
        return position;
    }

    private void send(Lack lack, EventSender sender, TaskProgress progress) {
        progress.begin("what the topics lack", lack.count());
        long sent = 0;
        long position = 0;
        for (var run = lack.after(position, batchSize); run.events() > 0; run = lack.after(position, batchSize)) {
            var batch = List.copyOf(events.readAfter(run.first() - 1, run.events()));
            position = batch.getLast().position();
            sender.send(batch, position).awaitAcknowledgements();
            sent += batch.size();
            progress.reached(sent);
        }
    }
}
