package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.testing.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A Kafka of one node that can be stopped and started again on the same data and port.
public final class DurableBroker implements AutoCloseable {
    private final int port;
    private final Map<String, String> settings;
    private KafkaRaftServer server;

    public DurableBroker(Path data) throws Exception {
        this(data, FreePort.next());
    }

    private DurableBroker(Path data, int port) throws Exception {
        this(data, port, port);
    }

    /// @param advertised where clients are told to go instead
    DurableBroker(Path data, int port, int advertised) throws Exception {
        this.port = advertised;
        settings = new HashMap<>(settings(data, port, FreePort.next()));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertised);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    public KafkaSettings bootstrap() {
        return new KafkaSettings(
                "127.0.0.1:" + port,
                (short) 1,
                Map.of(
                        "default.api.timeout.ms", "120000",
                        "max.block.ms", "120000",
                        "delivery.timeout.ms", "120000"));
    }

    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", data.toString()),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("auto.create.topics.enable", "false"));
    }
}
