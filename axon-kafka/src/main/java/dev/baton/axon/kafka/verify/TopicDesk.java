package dev.baton.axon.kafka.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Two piles of cards in the database's own temporary space: what a log says must be on the topics, and what is there.
/// A card is a few dozen bytes, so that a log of any length fits.
///
/// @param jdbc of one connection, whose temporary tables these are
record TopicDesk(JdbcTemplate jdbc) {
    private static final CloudEventWriter WRITER = new CloudEventWriter();

    /// Notes as well how far the service's readers are: what they read later may not be in the log yet when it is read.
    void lay() {
        jdbc.execute("""
                create temporary table expected (
                    event_id uuid, source text, subject text, sequence bigint, topic text, partition int,
                    position bigint, digest bytea)""");
        jdbc.execute("""
                create temporary table found (
                    event_id text, source text, subject text, sequence text, topic text, partition int,
                    record_offset bigint, digest bytea)""");
        jdbc.execute("create temporary table stood as table reader_offset");
    }

    void clear() {
        jdbc.execute("drop table if exists pg_temp.expected, pg_temp.found, pg_temp.stood");
    }

    void expect(List<StoredEvent> events) {
        var cards = new Cards(events.size());
        for (var event : events) {
            var envelope = event.envelope();
            var record = WRITER.write(event.stream().topic(), envelope);
            cards.add(
                    envelope.id().toString(),
                    envelope.source(),
                    envelope.subject(),
                    String.valueOf(envelope.sequence()),
                    record.topic(),
                    partition(record.key()),
                    event.position(),
                    RecordDigest.of(record.key(), record.headers(), record.value()));
        }
        cards.write("insert into expected select id::uuid, source, subject, sequence::bigint, topic, partition, place,"
                + " digest from " + Cards.UNNEST);
    }

    void find(Collection<ConsumerRecord<byte[], byte[]>> records) {
        var cards = new Cards(records.size());
        for (var record : records) {
            cards.add(
                    header(record, "ce_id"),
                    header(record, "ce_source"),
                    header(record, "ce_subject"),
                    header(record, "ce_sequence"),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    RecordDigest.of(record.key(), record.headers(), record.value()));
        }
        cards.write("insert into found select id, source, subject, sequence, topic, partition, place, digest from "
                + Cards.UNNEST);
    }

    /// Both piles are read from end to end by what follows.
    void sort() {
        jdbc.execute("create index on expected (event_id)");
        jdbc.execute("create index on found (event_id)");
        jdbc.execute("analyze expected");
        jdbc.execute("analyze found");
    }

    private static int partition(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
    }

    /// As text that PostgreSQL can keep.
    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8).replace('\0', ' ');
    }

    private final class Cards {
        static final String UNNEST = "unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],"
                + " ?::bigint[], ?::bytea[])"
                + " as card (id, source, subject, sequence, topic, partition, place, digest)";

        private final List<@Nullable String> ids;
        private final List<@Nullable String> sources = new ArrayList<>();
        private final List<@Nullable String> subjects = new ArrayList<>();
        private final List<@Nullable String> sequences = new ArrayList<>();
        private final List<String> topics = new ArrayList<>();
        private final List<Integer> partitions = new ArrayList<>();
        private final List<Long> places = new ArrayList<>();
        private final List<byte[]> digests = new ArrayList<>();

        Cards(int size) {
            ids = new ArrayList<>(size);
        }

        void add(
                @Nullable String id,
                @Nullable String source,
                @Nullable String subject,
                @Nullable String sequence,
                String topic,
                int partition,
                long place,
                byte[] digest) {
            ids.add(id);
            sources.add(source);
            subjects.add(subject);
            sequences.add(sequence);
            topics.add(topic);
            partitions.add(partition);
            places.add(place);
            digests.add(digest);
        }

        void write(String sql) {
            jdbc.update(sql, statement -> {
                var connection = statement.getConnection();
                statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
                statement.setArray(2, connection.createArrayOf("text", sources.toArray()));
                statement.setArray(3, connection.createArrayOf("text", subjects.toArray()));
                statement.setArray(4, connection.createArrayOf("text", sequences.toArray()));
                statement.setArray(5, connection.createArrayOf("text", topics.toArray()));
                statement.setArray(6, connection.createArrayOf("int", partitions.toArray()));
                statement.setArray(7, connection.createArrayOf("bigint", places.toArray()));
                statement.setArray(8, connection.createArrayOf("bytea", digests.toArray(byte[][]::new)));
            });
        }
    }
}
