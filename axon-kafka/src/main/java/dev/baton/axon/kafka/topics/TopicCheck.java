package dev.baton.axon.kafka.topics;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Creates or checks the topics before anything is published or read.
///
/// A wrong topic stops the start. Kafka being away does not: publisher and readers ask again.
public final class TopicCheck implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicCheck.class);

    private final BatonTopics topics;
    private volatile boolean running;

    public TopicCheck(BatonTopics topics) {
        this.topics = topics;
    }

    @Override
    public void start() {
        try {
            topics.ensure();
        } catch (KafkaException e) {
            log.warn("Kafka does not answer yet, topics are checked later: {}", e.getMessage());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
