package dev.baton.benchmarks.check;

import dev.baton.benchmarks.work.Milestone;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;

/// What a rebuilt read model comes to.
///
/// @param checksum of all its rows, in whatever order they lie: the sum of the first 60 bits of each one's MD5
public record Stories(long rows, long checksum) {
    private static final String OF_TABLE = """
            select count(*),
                   coalesce(sum(('x' || substr(md5(deal_id || '|' || event_id || '|' || sequence || '|' || type || '|'
                                                   || (extract(epoch from occurred_at) * 1000)::bigint || '|'
                                                   || data::text), 1, 15))::bit(60)::bigint), 0) % 1152921504606846976
            from story
            """;
    private static final long MODULUS = 1L << 60;

    /// What the relation `story` of a database has.
    public static Stories in(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OF_TABLE)) {
            row.next();
            return new Stories(row.getLong(1), row.getLong(2));
        }
    }

    /// What the events come to whose rows are there: a contender whose time was up has not all of them.
    public static Stories expectedIn(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery("select distinct event_id from story")) {
                LongStream.Builder numbers = LongStream.builder();
                while (row.next()) {
                    numbers.add(row.getObject(1, UUID.class).getLeastSignificantBits());
                }
                return expected(numbers.build());
            }
        }
    }

    /// What so many events from the log's beginning come to.
    public static Stories expected(long events) {
        return expected(LongStream.range(0, events));
    }

    private static Stories expected(LongStream numbers) {
        long rows = 0;
        long sum = 0;
        for (var number = numbers.iterator(); number.hasNext(); rows++) {
            sum = (sum + bits(Milestone.at(number.nextLong()))) % MODULUS;
        }
        return new Stories(rows, sum);
    }

    private static long bits(Milestone event) {
        String row = event.deal()
                + '|'
                + event.id()
                + '|'
                + event.sequence()
                + '|'
                + event.type()
                + '|'
                + event.occurredAt().toEpochMilli()
                + '|'
                + event.data();
        return ByteBuffer.wrap(md5().digest(row.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                >>> 4;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d rows, checksum %015x", rows, checksum);
    }
}
