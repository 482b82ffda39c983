package dev.baton.axon.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.axon.kafka.Broker;
import dev.baton.contract.Topics;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class BatonTopicsTest {
    private final KafkaClients clients = new KafkaClients(Broker.settings());

    @Test
    void topics_are_created_with_64_partitions_that_keep_for_ever() throws Exception {
        var topics = new BatonTopics(clients, Broker.settings());
        topics.ensure();
        new BatonTopics(clients, Broker.settings()).ensure();
        try (Admin admin = clients.admin()) {
            for (String topic : BatonTopics.ALL) {
                TopicDescription description = admin.describeTopics(Set.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic);
                assertThat(description.partitions()).hasSize(Topics.PARTITIONS);
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                var config = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
                assertThat(config.get("retention.ms").value()).isEqualTo("-1");
                assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
                assertThat(config.get("max.message.bytes").value()).isEqualTo(String.valueOf(Topics.LARGEST_RECORD));
            }
        }
    }

    @Test
    void another_partition_count_is_refused_in_words() {
        assertThatThrownBy(() -> BatonTopics.check("baton.deals", 3))
                .isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("Topic baton.deals has 3 partitions, Baton needs exactly 64");
    }
}
