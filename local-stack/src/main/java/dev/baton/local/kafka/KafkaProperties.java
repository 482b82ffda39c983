package dev.baton.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Settings of the one broker, which is its own controller.
final class KafkaProperties {
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE = 1;

    private KafkaProperties() {}

    static Map<String, String> of(Path data, int port, int controllerPort) {
        Map<String, String> all = new TreeMap<>(addresses(port, controllerPort));
        all.put("log.dirs", data.toString());
        all.put("auto.create.topics.enable", "false");
        all.put("log.retention.ms", "-1");
        all.putAll(sizesForOneBroker());
        return all;
    }

    private static Map<String, String> addresses(int port, int controllerPort) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "" + NODE,
                "controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "inter.broker.listener.name", "PLAINTEXT",
                "controller.listener.names", CONTROLLER,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static Map<String, String> sizesForOneBroker() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "8",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                // the default, 128 MB, would be a quarter of the heap for compacting one tiny topic
                "log.cleaner.dedupe.buffer.size", "16777216");
    }
}
