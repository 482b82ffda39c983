package dev.baton.axon.kafka;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.Consumer;

/// One consumer's life: poll, apply, and now and then see to letters and waiting events.
final class ReaderLoop {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CHORES_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Partitions partitions;
    private final ReaderWork work;
    private Instant nextChores = Instant.EPOCH;
    private Instant nextLook = Instant.EPOCH;

    ReaderLoop(Consumer<byte[], byte[]> consumer, Partitions partitions, ReaderWork work) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.work = work;
    }

    void turn(Instant now) {
        if (partitions.place()) {
            work.lookForFree();
        }
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            partitions.requireUnbroken(records);
            work.batch(records, partitions.placed());
        }
        if (!now.isBefore(nextChores)) {
            work.retryLetters(partitions.placed());
            nextChores = now.plus(CHORES_EVERY);
        }
        work.releaseFree(partitions.placed());
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK_EVERY);
            partitions.lookForNewTopics();
            work.lookForFree();
        }
    }

    /// Goes back to the stored offsets and waits, still polling: a reader that is silent loses its partitions.
    void backOff(Duration pause) {
        partitions.displace();
        var end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            consumer.poll(Duration.ofNanos(left));
        }
    }

    long lag() {
        return partitions.lag();
    }
}
