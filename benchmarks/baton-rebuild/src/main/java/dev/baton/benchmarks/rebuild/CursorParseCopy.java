package dev.baton.benchmarks.rebuild;

import dev.baton.benchmarks.plain.BatonTables;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import dev.baton.benchmarks.work.StoryTable;
import dev.baton.contract.EventCodec;
import dev.baton.contract.json.JsonEventCodec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The limit: the event store's table read by a cursor, each payload parsed by the contract's codec, a row of Baton's
/// `deal_timeline` copied; keys and statistics last. No guard, no fold, no Kafka; as many threads as a rebuild has.
final class CursorParseCopy implements ReplayContender {
    private static final int THREADS = 2;
    private static final int FETCH = 2_000;
    private static final String READ = """
            select event_id, stream_id, sequence, type, payload, occurred_at::text, recorded_at::text, source
            from event where position > ? and position <= ? order by position
            """;
    private static final String CREATE = """
            create table story (
                deal_id        text        not null,
                event_id       uuid        not null,
                source         text        not null,
                sequence       bigint      not null,
                type           text        not null,
                occurred_at    timestamptz not null,
                recorded_at    timestamptz not null,
                actor          text,
                causation_id   uuid,
                correlation_id uuid,
                origin_source  text,
                origin_id      text,
                data           json        not null
            )
            """;

    private final String database;
    private final EventCodec codec = new JsonEventCodec();
    private long events;

    CursorParseCopy(Place place) throws Exception {
        database = place.database();
        BatonTables.create(database, place.home());
    }

    @Override
    public void fill(long wanted) throws SQLException {
        EventRows.write(database, wanted);
        events = wanted;
    }

    @Override
    public void empty() throws SQLException {
        execute("drop table if exists " + StoryTable.NAME, CREATE);
    }

    @Override
    public long rebuild(Duration most) throws Exception {
        long read = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int part = 0; part < THREADS; part++) {
                long after = events * part / THREADS;
                long last = events * (part + 1) / THREADS;
                parts.add(threads.submit((Callable<Long>) () -> copied(after, last)));
            }
            for (Future<Long> part : parts) {
                read += part.get();
            }
        }
        execute("alter table story add primary key (deal_id, source, sequence)", "analyze story");
        return read;
    }

    private long copied(long after, long last) throws SQLException {
        try (Connection reading = DriverManager.getConnection(database);
                Connection writing = DriverManager.getConnection(database);
                PreparedStatement cursor = reading.prepareStatement(READ)) {
            reading.setAutoCommit(false);
            cursor.setFetchSize(FETCH);
            cursor.setLong(1, after);
            cursor.setLong(2, last);
            try (ResultSet rows = cursor.executeQuery()) {
                return copied(rows, new StoryLines(writing));
            }
        }
    }

    private long copied(ResultSet rows, StoryLines lines) throws SQLException {
        while (rows.next()) {
            String type = rows.getString(4);
            String payload = rows.getString(5);
            lines.add(
                    codec.decode(type, payload),
                    rows.getString(2).substring("deal/".length()),
                    rows.getString(1),
                    rows.getString(8),
                    rows.getLong(3),
                    type,
                    rows.getString(6),
                    rows.getString(7),
                    payload);
        }
        return lines.end();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {}
}
