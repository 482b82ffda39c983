package dev.baton.axon.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.contract.StreamId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The engine without a service around it, so that it starts in a moment. Appends for ever, both
/// ways and several callers at once, and says of each append when it is acknowledged.
final class AppendingProcess {
    private static final FileOutputStream PARENT = new FileOutputStream(FileDescriptor.out);

    private final LogReader reader;
    private final PendingAppends appends;
    private final TransactionTemplate transactions;

    private AppendingProcess(HikariDataSource pool) {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        reader = new LogReader(jdbc);
        LogSignal signal = new LogSignal(reader::lastPosition, Duration.ofHours(1));
        GroupCommit group = new GroupCommit(new BatchWriter(LogLane.beside(pool).connections(), signal), 256, 2048);
        appends = new PendingAppends(jdbc, group, signal);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /// @param arguments the database, and a stream to which all processes append
    public static void main(String[] arguments) {
        AppendingProcess process = new AppendingProcess(pool(arguments[0]));
        StreamId contended = StreamId.deal(arguments[1]);
        forEver(() -> process.inTurn(StoreTest.newStream()));
        forEver(() -> process.inTurn(StoreTest.newStream()));
        forEver(() -> process.inTurn(StoreTest.newStream()));
        forEver(() -> process.transactionsInTurn(StoreTest.newStream()));
        forEver(() -> process.contendFor(contended));
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }

    /// Two events in an append, in a commit with whoever else appends.
    private void inTurn(StreamId stream) {
        for (long next = 0; ; next += 2) {
            List<NewEvent> events = events(stream, next, 2);
            append(events);
            acknowledged(events);
        }
    }

    /// Nothing was stored when the log could not be reached, so it is appended again as it is.
    private void append(List<NewEvent> events) {
        while (true) {
            try {
                appends.add(events);
                return;
            } catch (LogUnavailable busy) {
                Thread.yield();
            }
        }
    }

    /// Three events in a transaction, in two pieces.
    private void transactionsInTurn(StreamId stream) {
        for (long next = 0; ; next += 3) {
            List<NewEvent> events = events(stream, next, 3);
            transactions.executeWithoutResult(status -> {
                appends.add(events.subList(0, 1));
                appends.add(events.subList(1, 3));
            });
            acknowledged(events);
        }
    }

    /// Whoever comes too late tries again behind the other.
    private void contendFor(StreamId stream) {
        while (true) {
            List<NewEvent> event =
                    events(stream, reader.lastSequence(stream.toString()).orElse(-1L) + 1, 1);
            try {
                append(event);
                acknowledged(event);
            } catch (ConcurrencyException | AggregateStreamCreationException tooLate) {
                Thread.yield();
            }
        }
    }

    private static List<NewEvent> events(StreamId stream, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(sequence -> StoreTest.counted(stream, sequence))
                .toList();
    }

    /// In one write, so that no line is cut in two by another or by the kill.
    private static void acknowledged(List<NewEvent> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append("acknowledged ")
                .append(event.id())
                .append(' ')
                .append(event.stream().id())
                .append(' ')
                .append(event.sequence())
                .append('\n'));
        try {
            PARENT.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException orphaned) {
            Runtime.getRuntime().halt(2);
        }
    }

    private static void forEver(Runnable work) {
        Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
    }
}
