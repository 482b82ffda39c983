package dev.baton.roles.running;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.testing.Patience;
import dev.baton.roles.RoleAssignmentService;
import dev.baton.web.edge.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as it runs, with a database and deals of its own; it can be stopped and started again on them.
final class Service implements AutoCloseable {
    static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");

    /// As long as a machine may take that has other work to do; what is waited for comes at once elsewhere.
    static final Duration PATIENCE = Patience.LIMIT;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String database;
    private final DealTopic topic;
    private final Duration grace;
    private ConfigurableApplicationContext context;

    Service() {
        this(Postgres.newDatabase(), new DealTopic(), Duration.ofSeconds(30));
    }

    private Service(String database, DealTopic topic, Duration grace) {
        this.database = database;
        this.topic = topic;
        this.grace = grace;
        this.context = start();
    }

    /// With room for more deals than any test tells of.
    static Service staffed() {
        Service service = new Service();
        service.join(Role.SALES_REPRESENTATIVE, "rita", 1000);
        service.join(Role.ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(Role.ACCOUNT_EXECUTIVE, "ben", 1000);
        service.join(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000, "East", "South");
        return service;
    }

    /// One more instance, on the same database and the same deals. It is to be stopped before this one is closed, and
    /// waits for what is being answered for longer than anybody here has patience.
    Service another() {
        return new Service(database, topic, PATIENCE.multipliedBy(2));
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                RoleAssignmentService.class,
                "--spring.lifecycle.timeout-per-shutdown-phase=" + grace.toSeconds() + "s",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--baton.database.url=" + database,
                "--baton.database.user=postgres",
                "--baton.database.password=",
                "--baton.kafka.bootstrap=" + topic.bootstrap(),
                // whoever stops a reader waits for its last fetch
                "--baton.kafka.clients.fetch.max.wait.ms=50",
                "--baton.rounds.every=100ms",
                "--baton.security.public-key=" + TestTokens.PUBLIC_KEY);
    }

    void restart() {
        stop();
        context = start();
    }

    void stop() {
        context.close();
    }

    void startAgain() {
        context = start();
    }

    @Override
    public void close() {
        context.close();
        topic.close();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate sql() {
        return bean(JdbcTemplate.class);
    }

    /// Holds up whoever needs what is locked until that is done, however long it takes: over a
    /// connection of its own, since PostgreSQL ends those of the service that are idle in a
    /// transaction for ten seconds, and the lock with them.
    void whileLocked(String lock, Runnable act) {
        try (Connection own = DriverManager.getConnection(database, "postgres", "");
                Statement statement = own.createStatement()) {
            own.setAutoCommit(false);
            statement.execute(lock);
            act.run();
            own.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    DealTopic topic() {
        return topic;
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    // --- deals -----------------------------------------------------------------------------------------------------

    String newDeal() {
        return UUID.randomUUID().toString();
    }

    void tell(String deal, Instant at, DealEvent... events) {
        topic.tell(deal, at, events);
    }

    static LeadFound lead(@Nullable String territory, @Nullable RequestedHolder wish, @Nullable Holder finder) {
        return lead("milestones", territory, wish, finder);
    }

    static LeadFound lead(
            String pipeline, @Nullable String territory, @Nullable RequestedHolder wish, @Nullable Holder finder) {
        return new LeadFound(
                pipeline,
                "a lead",
                null,
                null,
                territory,
                null,
                null,
                null,
                wish,
                1,
                finder == null ? new Holder(Role.SALES_MANAGER, "steward") : finder);
    }

    @Nullable
    Holder holder(String deal) {
        List<Holder> held = sql().query(
                        "select role, member from responsibility where deal = ? and ended_at is null",
                        (row, ignored) -> new Holder(Role.valueOf(row.getString("role")), row.getString("member")),
                        deal);
        return held.isEmpty() ? null : held.getFirst();
    }

    int load(Role role, String member) {
        return Objects.requireNonNull(sql().queryForObject(
                        "select load from member_directory where role = ? and member = ?",
                        Integer.class,
                        role.name(),
                        member));
    }

    int waiting(String territory) {
        return Objects.requireNonNull(sql().queryForObject(
                        "select count(*) from waiting_assignment where territory = ?", Integer.class, territory));
    }

    int waiting() {
        return Objects.requireNonNull(sql().queryForObject("select count(*) from waiting_assignment", Integer.class));
    }

    // --- people ----------------------------------------------------------------------------------------------------

    void join(Role role, String member, int capacity, String... territories) {
        Answer answer = post(
                TestTokens.client("test", "members:write"),
                "/v1/members",
                Map.of(
                        "id",
                        member,
                        "name",
                        member,
                        "role",
                        role.name(),
                        "capacity",
                        capacity,
                        "territories",
                        List.of(territories)));
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer);
        }
    }

    // --- HTTP ------------------------------------------------------------------------------------------------------

    Answer get(String token, String path) {
        return exchange(request(token, path).GET());
    }

    Answer post(String token, String path, Object body) {
        return exchange(request(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer post(String token, String path, Object body, String idempotencyKey) {
        return exchange(request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String token, String path, Object body) {
        return exchange(request(token, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer delete(String token, String path) {
        return exchange(request(token, path).DELETE());
    }

    HttpRequest.Builder request(String token, String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
