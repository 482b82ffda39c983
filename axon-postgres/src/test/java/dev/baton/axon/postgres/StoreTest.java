package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A service on a database of its own, and a short way to append to its log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {
    String url = "";
    ConfigurableApplicationContext service;
    EventLog log;
    JdbcTemplate jdbc;
    TransactionTemplate transactions;

    @BeforeAll
    void start() {
        url = Postgres.newDatabase();
        service = TestService.start(url, settings(), parts());
        log = service.getBean(EventLog.class);
        jdbc = service.getBean(JdbcTemplate.class);
        transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /// Beans of the service that this test needs, besides the counter.
    Class<?>[] parts() {
        return new Class<?>[0];
    }

    /// Settings of the service that this test needs.
    Map<String, String> settings() {
        return Map.of();
    }

    void append(NewEvent... events) {
        service.getBean(PendingAppends.class).add(Arrays.asList(events));
    }

    ChainVerdict chain() {
        return service.getBean(ChainVerification.class).verify();
    }

    List<StoredEvent> whole() {
        return log.readAfter(0, Integer.MAX_VALUE);
    }

    static StreamId newStream() {
        return StreamId.deal(UUID.randomUUID().toString());
    }

    static NewEvent counted(StreamId stream, long sequence) {
        return counted(UUID.randomUUID(), stream, sequence);
    }

    static NewEvent counted(UUID id, StreamId stream, long sequence) {
        return new NewEvent(
                id, stream, sequence, CounterCodec.COUNTED, "{\"by\":1}", "{}", Instant.now(), "counter-service");
    }
}
