package dev.baton.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// Kafka in KRaft mode, one node that is broker and controller: the main of a process of its own.
public final class KafkaBroker {
    /// Always the same, so that to format what is formatted already is no contradiction.
    private static final String CLUSTER = new Uuid(0x6261746f6e2d6c6fL, 0x63616c2d31000001L).toString();

    private KafkaBroker() {}

    /// Runs until the process is asked to end.
    public static void run(Path data, int port, int controllerPort) throws Exception {
        formatOnce(data);
        KafkaRaftServer server = new KafkaRaftServer(config(data, port, controllerPort), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static KafkaConfig config(Path data, int port, int controllerPort) {
        Map<String, String> settings = KafkaProperties.of(data, port, controllerPort);
        return new KafkaConfig(settings, false);
    }

    /// A formatted directory stays as it is: what was published is kept.
    private static void formatOnce(Path data) throws Exception {
        new Formatter()
                .setClusterId(CLUSTER)
                .setNodeId(KafkaProperties.NODE)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName(KafkaProperties.CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }
}
