package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.postgres.EventLog;

/// The whole log with what was taken in, in its order: whoever decided had read what stands before, so this order is
/// causal.
///
/// Killed between an acknowledgement and the position, it sends a batch again; readers skip what they have seen.
record WholeLog(EventLog events, int batchSize) implements Shipment {

    @Override
    public void ship(FillingDesk.Session session, EventSender sender, TaskProgress progress) {
        progress.begin("whole log", events.lastPosition());
        long position = session.filling().position();
        progress.reached(position);
        for (var batch = events.readAfter(position, batchSize);
                !batch.isEmpty();
                batch = events.readAfter(position, batchSize)) {
            position = batch.getLast().position();
            sender.send(batch, position).awaitAcknowledgements();
            session.reached(Filling.State.SENDING, position);
            progress.reached(position);
        }
    }
}
