package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/// More clients than the log lets wait: some are being written, as many wait, the others are told to come again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdedLogTest {
    private static final int CLIENTS = 12;
    private static final int WAITING = 3;

    private final String database = House.newDatabase();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private ConfigurableApplicationContext service;
    private Http http;

    @BeforeAll
    void start() {
        service = House.openOn(database, "--baton.group-commit.most-waiting=" + WAITING);
        http = House.http(service);
    }

    @AfterAll
    void stop() {
        clients.close();
        service.close();
    }

    @Test
    void events_that_are_turned_away_may_come_again_and_are_applied_once() throws SQLException {
        List<String> events = Stream.generate(Events::newSubject)
                .map(Events::leadFound)
                .limit(CLIENTS)
                .toList();
        long before = leads();
        crowd(events, http::structured, 200);
        assertThat(leads() - before).isEqualTo(CLIENTS);
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                http.structured(event).json().path("status").asString())
                        .isEqualTo("REPLAYED"));
    }

    @Test
    void commands_that_are_turned_away_may_come_again_under_their_key_and_have_one_effect() throws SQLException {
        List<String> keys = Stream.generate(UUID::randomUUID)
                .map(UUID::toString)
                .limit(CLIENTS)
                .toList();
        Function<String, Http.Answer> find = key -> http.command("/v1/deals", """
                {"pipeline": "milestones", "title": "Bikes for Acme"}""", "Idempotency-Key", key);
        long before = leads();
        crowd(keys, find, 201);
        assertThat(leads() - before).isEqualTo(CLIENTS);
        assertThat(keys).allSatisfy(key -> assertThat(find.apply(key).status()).isEqualTo(201));
        assertThat(leads() - before).isEqualTo(CLIENTS);
    }

    /// All at once while nobody can commit; then those who were turned away once more.
    private void crowd(List<String> requests, Function<String, Http.Answer> send, int success) throws SQLException {
        List<CompletableFuture<Http.Answer>> answers;
        try (Connection holding = holdTheLog()) {
            answers = requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(() -> send.apply(request), clients))
                    .toList();
            await().until(() ->
                    answers.stream().filter(CompletableFuture::isDone).count() >= CLIENTS - 2 * WAITING);
            answers.stream().filter(CompletableFuture::isDone).forEach(refused -> requireComeAgain(refused.join()));
            holding.rollback();
        }
        for (int n = 0; n < requests.size(); n++) {
            Http.Answer answer = answers.get(n).join();
            Http.Answer last = answer.status() == 503 ? untilTaken(requests.get(n), send) : answer;
            assertThat(last.status()).as(last.body()).isEqualTo(success);
        }
    }

    /// Those who waited may be in the way for a moment more.
    private static Http.Answer untilTaken(String request, Function<String, Http.Answer> send) {
        return await().until(() -> send.apply(request), answer -> answer.status() != 503);
    }

    private static void requireComeAgain(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("log-overloaded");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    /// What the log's lock is, is the store's own affair; a table that every commit writes holds it up as well.
    private Connection holdTheLog() throws SQLException {
        Connection connection = DriverManager.getConnection(database);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table event_commit in exclusive mode");
        }
        return connection;
    }

    private long leads() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from event where type = 'baton.deal.lead-found.v1'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
