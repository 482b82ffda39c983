package dev.baton.axon.kafka.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.axon.kafka.Deals;
import dev.baton.contract.EventEnvelope;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class CloudEventRoundTripTest {
    private static final String TOPIC = "baton.deals";
    private static final String DEAL = "0b9f2f6e-6f0e-7c1c-9a53-1d2c3b4a5f60";
    private static final EventEnvelope BARE = Deals.event("deal-service", DEAL, 7);
    private static final EventEnvelope FULL = new EventEnvelope(
            UUID.fromString("018f3c1e-0000-7000-8000-000000000001"),
            "role-assignment-service",
            "baton.member.joined.v1",
            "account-executive/bjørn",
            0,
            "bjørn",
            Instant.parse("2017-03-01T12:00:00.123456Z"),
            Instant.parse("2026-11-23T18:00:00Z"),
            UUID.fromString("018f3c1e-0000-7000-8000-000000000002"),
            UUID.fromString("018f3c1e-0000-7000-8000-000000000003"),
            "Þóra Ægisdóttir 🏃",
            "https://crm.example/北",
            "lead 42/ü%20\"x\"",
            Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "dealid", DEAL),
            "{\"title\":\"Größe — 取引 \\u0000 🤝\",\"b\":1,\"a\":null}");

    @Test
    void an_event_comes_back_as_it_was() {
        assertThat(there(BARE)).isEqualTo(BARE);
        assertThat(there(FULL)).isEqualTo(FULL);
    }

    @Test
    void the_record_key_is_the_partition_key() {
        assertThat(new CloudEventWriter().write(TOPIC, FULL).key()).isEqualTo("bjørn".getBytes(UTF_8));
    }

    @Test
    void any_cloudevents_client_reads_it() {
        var record = received(new CloudEventWriter().write(TOPIC, FULL), UnaryOperator.identity());
        CloudEvent event = KafkaMessageFactory.createReader(record.headers(), record.value())
                .toEvent();

        assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(event.getId()).isEqualTo(FULL.id().toString());
        assertThat(event.getSource()).isEqualTo(URI.create(FULL.source()));
        assertThat(event.getType()).isEqualTo(FULL.type());
        assertThat(event.getSubject()).isEqualTo(FULL.subject());
        assertThat(event.getTime().toInstant()).isEqualTo(FULL.time());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("sequence")).isEqualTo("0");
        assertThat(event.getExtension("actor")).isEqualTo(FULL.actor());
        assertThat(event.getExtension("traceparent"))
                .isEqualTo(FULL.extensions().get("traceparent"));
        assertThat(new String(event.getData().toBytes(), UTF_8)).isEqualTo(FULL.data());
    }

    @Test
    void what_another_client_writes_is_read() {
        var event = CloudEventBuilder.v1()
                .withId(BARE.id().toString())
                .withSource(URI.create(BARE.source()))
                .withType(BARE.type())
                .withSubject(BARE.subject())
                .withTime(OffsetDateTime.parse("2017-03-01T13:00:07+01:00"))
                .withExtension("sequence", "7")
                .withExtension("partitionkey", DEAL)
                .withExtension("recordedtime", BARE.recordedTime().toString())
                .withData("application/json", BARE.data().getBytes(UTF_8))
                .build();
        ProducerRecord<byte[], byte[]> record = KafkaMessageFactory.<byte[]>createWriter(TOPIC, DEAL.getBytes(UTF_8))
                .writeBinary(event);
        assertThat(new CloudEventReader().read(received(record, UnaryOperator.identity())))
                .isEqualTo(BARE);
    }

    @Test
    void metadata_that_is_no_attribute_name_stays_at_home() {
        var headers = new CloudEventWriter()
                .write(TOPIC, with(Map.of("notLegal", "x", "id", "forged", "timeestimated", "true")))
                .headers();
        assertThat(headers.headers("ce_notLegal")).isEmpty();
        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(headers.lastHeader("ce_timeestimated").value()).isEqualTo("true".getBytes(UTF_8));
    }

    @Test
    void a_refusal_names_the_header() {
        refused(headers -> headers.remove("ce_sequence"), "ce_sequence is missing");
        refused(headers -> set(headers, "ce_sequence", "-1"), "ce_sequence cannot be read: '-1'");
        refused(headers -> set(headers, "ce_id", "42"), "ce_id cannot be read: '42'");
        refused(headers -> set(headers, "ce_time", "yesterday"), "ce_time cannot be read: 'yesterday'");
        refused(headers -> headers.remove("ce_recordedtime"), "ce_recordedtime is missing");
        refused(headers -> headers.remove("ce_specversion"), "ce_specversion must be 1.0, was null");
        refused(headers -> set(headers, "ce_specversion", "0.3"), "ce_specversion must be 1.0, was 0.3");
        refused(headers -> set(headers, "ce_subject", "a\0b"), "the character NUL");
        refused(headers -> headers.remove("content-type"), "content-type must be application/json");
    }

    @Test
    void a_record_without_data_or_with_broken_text_is_refused() {
        var record = received(new CloudEventWriter().write(TOPIC, BARE), UnaryOperator.identity());
        refused(value(record, null), "the record has no data");
        refused(value(record, new byte[] {(byte) 0xc3, 0x28}), "the record's data is not UTF-8");
    }

    private static EventEnvelope there(EventEnvelope event) {
        return new CloudEventReader()
                .read(received(new CloudEventWriter().write(TOPIC, event), UnaryOperator.identity()));
    }

    private static void refused(UnaryOperator<Headers> injury, String message) {
        refused(received(new CloudEventWriter().write(TOPIC, BARE), injury), message);
    }

    private static void refused(ConsumerRecord<byte[], byte[]> record, String message) {
        assertThatThrownBy(() -> new CloudEventReader().read(record))
                .isInstanceOf(NotAnEvent.class)
                .hasMessageContaining(message);
    }

    private static Headers set(Headers headers, String name, String value) {
        return headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> received(
            ProducerRecord<byte[], byte[]> sent, UnaryOperator<Headers> injury) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        injury.apply(sent.headers()).forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> value(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        var other = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), value);
        record.headers().forEach(other.headers()::add);
        return other;
    }

    private static EventEnvelope with(Map<String, String> extensions) {
        return new EventEnvelope(
                BARE.id(),
                BARE.source(),
                BARE.type(),
                BARE.subject(),
                BARE.sequence(),
                BARE.partitionKey(),
                BARE.time(),
                BARE.recordedTime(),
                null,
                null,
                null,
                null,
                null,
                extensions,
                BARE.data());
    }
}
