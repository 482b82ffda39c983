package dev.baton.axon.kafka.topics;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param bootstrap brokers as `host:port,host:port`
/// @param replicationFactor of topics created here; 1 suits one broker, a cluster wants 3
/// @param clients further settings of every client, for instance TLS and SASL
@ConfigurationProperties("baton.kafka")
public record KafkaSettings(
        String bootstrap,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> clients) {

    public KafkaSettings {
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("baton.kafka.bootstrap names no broker");
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException("baton.kafka.replication-factor must be 1 or more");
        }
        clients = Map.copyOf(clients);
    }

    public static KafkaSettings at(String bootstrap) {
        return new KafkaSettings(bootstrap, (short) 1, Map.of());
    }
}
