package dev.baton.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/// What somebody with the rights to it may do to the topics.
record TopicInjuries(String bootstrap) {
    private static final List<String> TOPICS = List.of("baton.deals", "baton.members");

    static TopicInjuries of(Baton baton) {
        return new TopicInjuries(baton.status().part("kafka").url());
    }

    /// The first record of some partition that has two or more.
    void deleteARecord() {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            int partitions = admin.describeTopics(List.of(TOPICS.getFirst()))
                    .allTopicNames()
                    .get()
                    .get(TOPICS.getFirst())
                    .partitions()
                    .size();
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(TOPICS.getFirst(), partition), OffsetSpec.latest());
            }
            TopicPartition full = admin.listOffsets(ends).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 1)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            admin.deleteRecords(Map.of(full, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void deleteTopics() {
        try (Admin admin = admin()) {
            admin.deleteTopics(TOPICS).all().get();
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> none(admin.listTopics().names().get()));
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean none(Collection<String> names) {
        return TOPICS.stream().noneMatch(names::contains);
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }
}
