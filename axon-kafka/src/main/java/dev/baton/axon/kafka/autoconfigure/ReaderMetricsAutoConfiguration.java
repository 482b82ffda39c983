package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.topics.KafkaClients;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/// `baton.reader.lag`: records that a reader of this instance has still to read.
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(KafkaClients.class)
public class ReaderMetricsAutoConfiguration {

    @Bean
    MeterBinder readerLag(ObjectProvider<TopicReader> readers) {
        return registry -> readers.orderedStream()
                .forEach(reader -> Gauge.builder("baton.reader.lag", reader, TopicReader::lag)
                        .description("Records that this instance's partitions hold and the reader has not read")
                        .tag("reader", reader.name())
                        .register(registry));
    }
}
