package dev.baton.axon.kafka.topics;

import dev.baton.contract.Topics;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Sees to it that the topics exist with the partition count that keeps a deal's events in order.
public final class BatonTopics {
    public static final Set<String> ALL = Set.of(Topics.DEALS, Topics.MEMBERS);

    private static final int DESCRIBE_ATTEMPTS = 100;

    private final KafkaClients clients;
    private final KafkaSettings settings;
    private volatile boolean known;

    public BatonTopics(KafkaClients clients, KafkaSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /// Creates what is absent; asks Kafka once only after it has succeeded.
    ///
    /// @throws TopicMismatch when a topic has another partition count
    /// @throws KafkaException when Kafka cannot be reached or refuses
    public void ensure() {
        if (known) {
            return;
        }
        try (Admin admin = clients.admin()) {
            createAbsent(admin);
            describe(admin)
                    .forEach((topic, found) -> check(topic, found.partitions().size()));
            new RecordLimit(admin).raise(ALL);
        }
        known = true;
    }

    /// Creates what is absent, also when all were there once.
    ///
    /// @throws KafkaException when Kafka cannot be reached or refuses
    public void create() {
        known = false;
        ensure();
    }

    /// Deletes the topics with all that they hold, and makes them anew.
    ///
    /// @throws KafkaException when Kafka cannot be reached or refuses
    public void makeAnew() {
        try (Admin admin = clients.admin()) {
            var there = new TreeSet<>(ALL);
            there.retainAll(await(admin.listTopics().names()::get));
            await(admin.deleteTopics(there).all()::get);
            awaitGone(admin);
        }
        create();
    }

    /// Kafka deletes in its own time.
    private static void awaitGone(Admin admin) {
        for (int attempt = 1; attempt <= DESCRIBE_ATTEMPTS; attempt++) {
            if (Collections.disjoint(await(admin.listTopics().names()::get), ALL)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new KafkaException("Kafka does not delete its topics");
    }

    private void createAbsent(Admin admin) {
        var absent = new TreeSet<>(ALL);
        absent.removeAll(await(admin.listTopics().names()::get));
        for (String topic : absent) {
            create(admin, topic);
        }
    }

    private void create(Admin admin, String topic) {
        try {
            await(admin.createTopics(Set.of(newTopic(topic))).all()::get);
        } catch (TopicExistsException e) {
            // another service was faster; the count is checked all the same
        }
    }

    private NewTopic newTopic(String topic) {
        return new NewTopic(topic, Topics.PARTITIONS, settings.replicationFactor())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(Topics.LARGEST_RECORD)));
    }

    /// A topic just created is not known to every broker at once.
    private static Map<String, TopicDescription> describe(Admin admin) {
        for (int attempt = 1; ; attempt++) {
            try {
                return await(admin.describeTopics(ALL).allTopicNames()::get);
            } catch (UnknownTopicOrPartitionException e) {
                if (attempt == DESCRIBE_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    static void check(String topic, int partitions) {
        if (partitions != Topics.PARTITIONS) {
            throw new TopicMismatch(topic, partitions);
        }
    }

    interface Answer<T> {
        T get() throws InterruptedException, ExecutionException;
    }

    static <T> T await(Answer<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }
}
