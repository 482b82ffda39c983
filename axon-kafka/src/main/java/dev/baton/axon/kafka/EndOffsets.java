package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.contract.Topics;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/// Asks Kafka where the topics end; one connection for all readers, opened when first needed.
public final class EndOffsets implements AutoCloseable {
    private final KafkaClients clients;
    private @Nullable Admin admin;

    public EndOffsets(KafkaClients clients) {
        this.clients = clients;
    }

    /// @throws KafkaException when Kafka does not answer
    public Map<TopicPartition, Long> of(Collection<String> topics) {
        var question = topics.stream()
                .flatMap(EndOffsets::partitions)
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
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
