package dev.baton.axon.kafka;

import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import dev.baton.axon.kafka.cloudevents.NotAnEvent;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Applies batches as wholes, and event by event when one of them fails, so that only that one is held back.
///
/// A failure that passes (the database is away) leaves every method as an exception: nothing was moved.
final class ReaderWork {
    private static final Logger log = LoggerFactory.getLogger(ReaderWork.class);

    private final ReaderSettings settings;
    private final Application application;
    private final ParkedRows parked;
    private final DeadLetterRows letters;
    private final CloudEventReader events = new CloudEventReader();
    private boolean moreMayBeFree;

    ReaderWork(ReaderSettings settings, Application application, JdbcTemplate template) {
        this.settings = settings;
        this.application = application;
        this.parked = new ParkedRows(template, settings.name());
        this.letters = new DeadLetterRows(template, settings.name());
    }

    /// @param stored the offsets as stored; moved here with what is done
    void batch(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> stored) {
        var reading = Reading.of(records, settings.ignoredSources());
        try {
            carryOut(Step.of(reading, stored), stored);
        } catch (RuntimeException | StackOverflowError failure) {
            rethrowPassing(failure);
            log.warn("Reader {}: a batch failed, its events are tried one by one", settings.name(), failure);
            records.forEach(record -> one(record, stored));
            moreMayBeFree = true;
        }
    }

    /// After an assignment, since an earlier holder may have stopped before it released everything; and now and then,
    /// since another instance may have filled a hole at the very moment at which something was parked behind it.
    void lookForFree() {
        moreMayBeFree = true;
    }

    void releaseFree(Map<TopicPartition, Long> stored) {
        while (moreMayBeFree) {
            var free = parked.free(stored.keySet(), settings.batchSize());
            if (free.isEmpty()) {
                moreMayBeFree = false;
                parked.forgetApplied(stored.keySet());
            } else {
                release(free, stored);
            }
        }
    }

    void retryLetters(Map<TopicPartition, Long> stored) {
        for (var letter : letters.toRetry(stored.keySet())) {
            retry(letter, stored);
            moreMayBeFree = true;
        }
    }

    private void one(ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> stored) {
        alone(Step.alone(Reading.of(List.of(record), settings.ignoredSources()), stored), stored);
    }

    private void release(List<Arrival> free, Map<TopicPartition, Long> stored) {
        try {
            carryOut(Step.release(free, stored), stored);
            moreMayBeFree = true;
        } catch (RuntimeException | StackOverflowError failure) {
            rethrowPassing(failure);
            free.forEach(arrival -> alone(Step.waited(arrival, stored), stored));
        }
    }

    private void alone(Step step, Map<TopicPartition, Long> stored) {
        Throwable last = null;
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            try {
                carryOut(step, stored);
                return;
            } catch (RuntimeException | StackOverflowError failure) {
                rethrowPassing(failure);
                last = failure;
            }
        }
        if (last != null) {
            bury(step, last, stored);
        }
    }

    private void bury(Step step, Throwable failure, Map<TopicPartition, Long> stored) {
        step.arrivals().forEach(poison -> log.error("Reader {}: dead letter, {}", settings.name(), poison, failure));
        application.bury(step, Failures.describe(failure));
        stored.putAll(step.to());
    }

    private void retry(DeadLetterRows.Letter letter, Map<TopicPartition, Long> stored) {
        try {
            var arrival = new Arrival(letter.record(), events.read(letter.record()));
            carryOut(Step.retry(letter.id(), arrival, stored), stored);
        } catch (NotAnEvent still) {
            letters.failedAgain(letter.id(), String.valueOf(still.getMessage()));
        } catch (RuntimeException | StackOverflowError failure) {
            rethrowPassing(failure);
            letters.failedAgain(letter.id(), Failures.describe(failure));
        }
    }

    private void carryOut(Step step, Map<TopicPartition, Long> stored) {
        moreMayBeFree |= application.carryOut(step);
        stored.putAll(step.to());
    }

    private static void rethrowPassing(Throwable failure) {
        if (failure instanceof RuntimeException e && Failures.passes(e)) {
            throw e;
        }
    }
}
