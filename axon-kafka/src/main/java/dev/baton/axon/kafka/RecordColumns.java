package dev.baton.axon.kafka;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A Kafka record as columns, whole and unread, so that it can be tried again as it came.
final class RecordColumns {
    static final String NAMES = "topic, partition, record_offset, record_key, header_names, header_values, value";
    static final String MARKS = "?, ?, ?, ?, ?, ?, ?";

    private RecordColumns() {}

    static int bind(PreparedStatement statement, int first, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Header[] headers = record.headers().toArray();
        var names = new String[headers.length];
        var values = new byte[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            names[i] = headers[i].key().replace('\0', ' ');
            values[i] = headers[i].value();
        }
        var connection = statement.getConnection();
        int at = first;
        statement.setString(at++, record.topic());
        statement.setInt(at++, record.partition());
        statement.setLong(at++, record.offset());
        statement.setBytes(at++, record.key());
        statement.setArray(at++, connection.createArrayOf("text", names));
        statement.setArray(at++, connection.createArrayOf("bytea", values));
        statement.setBytes(at++, record.value());
        return at;
    }

    @SuppressWarnings("NullAway") // key and value may be null, which Kafka's signature does not say
    static ConsumerRecord<byte[], byte[]> read(ResultSet row) throws SQLException {
        var record = new ConsumerRecord<byte[], byte[]>(
                requireNonNull(row.getString("topic")),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getBytes("record_key"),
                row.getBytes("value"));
        var names = (String[]) requireNonNull(row.getArray("header_names")).getArray();
        var values = (byte[][]) requireNonNull(row.getArray("header_values")).getArray();
        for (int i = 0; i < names.length; i++) {
            record.headers().add(names[i], values[i]);
        }
        return record;
    }
}
