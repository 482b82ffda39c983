package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.contract.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Asks Kafka where the topics begin and end, and which they are; one connection for all who ask, opened when first
/// needed.
public final class EndOffsets implements AutoCloseable {
    private final KafkaClients clients;
    private @Nullable Admin admin;

    public EndOffsets(KafkaClients clients) {
        this.clients = clients;
    }

    /// @throws KafkaException when Kafka does not answer
    public Map<TopicPartition, Long> of(Collection<String> topics) {
        return offsets(topics, OffsetSpec.latest());
    }

    /// Records that the topics hold.
    ///
    /// @throws KafkaException when Kafka does not answer, or has no such topic
    public long records(Collection<String> topics) {
        var begins = offsets(topics, OffsetSpec.earliest());
        return of(topics).entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /// The id of each topic that there is: deleted and made again it has another.
    ///
    /// @throws KafkaException when Kafka does not answer
    public Map<String, String> ids(Collection<String> topics) {
        var answers = admin().describeTopics(topics).topicNameValues();
        var ids = new HashMap<String, String>();
        answers.forEach((topic, answer) -> {
            try {
                ids.put(topic, answer.get().topicId().toString());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new KafkaException("Kafka does not tell which topics there are", e.getCause());
                }
            }
        });
        return ids;
    }

    private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec which) {
        var question = topics.stream()
                .flatMap(EndOffsets::partitions)
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        try {
            var answer = admin().listOffsets(question).all().get();
            return answer.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().offset()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not tell where its topics end", e.getCause());
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS).mapToObj(n -> new TopicPartition(topic, n));
    }
}
