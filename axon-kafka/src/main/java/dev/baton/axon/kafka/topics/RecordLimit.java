package dev.baton.axon.kafka.topics;

import dev.baton.contract.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How large a record the topics take. One that was made before Baton said it takes what the broker
/// usually does, and an event that is larger would stop everything behind it.
record RecordLimit(Admin admin) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordLimit.class);

    /// Raises what is lower than what an event may need. Where that is not allowed it is said, and
    /// publishing goes on: hardly any event is as large.
    ///
    /// @throws org.apache.kafka.common.KafkaException when Kafka cannot be reached
    void raise(Collection<String> topics) {
        topics.forEach(this::raise);
    }

    private void raise(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            if (of(resource) < Topics.LARGEST_RECORD) {
                set(resource);
            }
        } catch (RetriableException away) {
            throw away;
        } catch (ApiException refused) {
            LOG.warn(
                    "Topic {} should take records of {} bytes ({}), and Kafka does not let this service see to it: {}."
                            + " An event that is larger than it takes will stop publishing",
                    topic,
                    Topics.LARGEST_RECORD,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    refused.toString());
        }
    }

    private long of(ConfigResource topic) {
        Config config = BatonTopics.await(admin.describeConfigs(List.of(topic)).all()::get)
                .values()
                .iterator()
                .next();
        return Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private void set(ConfigResource topic) {
        ConfigEntry limit =
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(Topics.LARGEST_RECORD));
        BatonTopics.await(admin.incrementalAlterConfigs(
                        Map.of(topic, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                .all()::get);
        LOG.info("Topic {} takes records of {} bytes from now on", topic.name(), Topics.LARGEST_RECORD);
    }
}
