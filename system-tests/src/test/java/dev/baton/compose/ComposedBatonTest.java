package dev.baton.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.compose.ComposeFile.Container;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `docker compose up` without Docker: the same programs from the same layers, with the same variables and the same
/// script, on other ports.
@Tag("system")
class ComposedBatonTest {
    private static final Map<String, String> VARIABLES = Project.newEnvironment();
    private static final ComposeFile FILE = ComposeFile.read(Project.COMPOSE, VARIABLES);
    private static final Substitution SUBSTITUTION = new Substitution();

    @TempDir
    static Path directory;

    private static Containers containers;
    private static Ground ground;

    @BeforeAll
    static void up() throws Exception {
        Project.build();
        SUBSTITUTION.directory("/data", directory).directory("/var/lib/kafka/data", directory.resolve("kafka-data"));
        containers = new Containers(directory, SUBSTITUTION);
        ground = new Ground(directory, FILE, SUBSTITUTION);
        ground.startPostgres();
        ground.startKafka(containers);
        ground.makeDatabases(FILE.container("databases").environment());
        for (Container container : FILE.built().toList()) {
            containers.awaitHealthy(container, containers.start(container));
        }
    }

    @AfterAll
    static void down() throws Exception {
        containers.close();
        ground.close();
    }

    @Test
    void an_event_that_is_posted_is_read_back_from_the_read_models() throws Exception {
        Door issuer = new Door(SUBSTITUTION.port(8083));
        String secret = VARIABLES.get("BATON_DEMO_SECRET");
        JsonNode answer = new Door(SUBSTITUTION.port(8081))
                .post(
                        "/v1/deal-events",
                        "application/cloudevents+json",
                        """
                        {"specversion": "1.0", "id": "4711/found", "source": "compose-test", "subject": "4711",
                         "type": "baton.deal.lead-found.v1", "time": "2026-01-05T09:30:00Z",
                         "data": {"pipeline": "milestones", "title": "Twelve presses", "territory": "Central",
                                  "value": {"amount": "4821.00", "currency": "USD"}}}""",
                        issuer.token("integration", "integration-" + secret));
        assertThat(answer.path("status").asString()).isEqualTo("APPLIED");

        String deal = "/v1/deals/" + answer.path("dealId").asString();
        Door reports = new Door(SUBSTITUTION.port(8080));
        String analyst = issuer.token("analyst", "analyst-" + secret);
        await().atMost(Duration.ofSeconds(180))
                .until(() -> reports.get(deal, analyst).statusCode() == 200);
        assertThat(Door.json(reports.get(deal, analyst)).toString()).contains("Twelve presses", "4821.00");

        Door roles = new Door(SUBSTITUTION.port(8082));
        await().atMost(Duration.ofSeconds(180))
                .until(() -> roles.get(deal + "/responsibility", analyst).statusCode() == 200);
    }

    @Test
    void the_console_is_known_to_the_issuer() throws Exception {
        JsonNode discovery =
                Door.json(new Door(SUBSTITUTION.port(8083)).get("/.well-known/openid-configuration", "nobody"));
        assertThat(discovery.path("issuer").asString()).isEqualTo(SUBSTITUTION.of(VARIABLES.get("BATON_ISSUER_URL")));
    }

    @Test
    void a_service_reads_history_and_adds_to_it_and_cannot_change_it() {
        for (String database : new String[] {"deals", "roles"}) {
            String password = VARIABLES.get("BATON_" + database.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD");
            may(database, database, password, "select count(*) from event");
            may(database, database, password, "delete from idempotent_answer where key = 'none'");
            mayNot(database, database, password, "update event set payload = payload");
            mayNot(database, database, password, "delete from event_commit");
            mayNot(database, database, password, "truncate event");
            mayNot(database, database, password, "alter table event add column more text");
            mayNot(database, database, password, "create table mine (c text)");
            mayNot(database, database, password, "delete from flyway_schema_history");
        }
    }

    /// Whoever takes a place or comes to work has a turn.
    @Test
    void a_service_takes_the_next_number_and_cannot_set_one_back() {
        String password = VARIABLES.get("BATON_ROLES_PASSWORD");
        may("roles", "roles", password, "select nextval('assignment_turn')");
        may("roles", "roles", password, "select nextval('presence_turn')");
        mayNot("roles", "roles", password, "select setval('assignment_turn', 1)");
    }

    /// In temporary tables: with the rights of a service's login, which owns nothing.
    @Test
    void every_service_verifies_its_part() throws Exception {
        String operator =
                new Door(SUBSTITUTION.port(8083)).token("operator", "operator-" + VARIABLES.get("BATON_DEMO_SECRET"));
        for (int service : List.of(8081, 8082, 8080)) {
            Door door = new Door(SUBSTITUTION.port(service));
            String run = "/ops/verify/"
                    + door.post("/ops/verify", "application/json", "", operator)
                            .path("id")
                            .asString();
            await().atMost(Duration.ofSeconds(180))
                    .until(() -> !state(door, run, operator).equals("RUNNING"));
            JsonNode ended = Door.json(door.get(run, operator));
            assertThat(ended.at("/result/clean").asBoolean()).as("%s", ended).isTrue();
        }
    }

    private static String state(Door door, String run, String token) throws Exception {
        return Door.json(door.get(run, token)).path("state").asString();
    }

    @Test
    void nobody_enters_the_database_of_another() {
        String password = VARIABLES.get("BATON_ROLES_PASSWORD");
        assertThatThrownBy(() -> ground.connect("deals", "roles", password)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ground.connect("postgres", "roles", password))
                .hasMessageContaining("permission denied");
    }

    @Test
    void analysts_read_the_views_and_nothing_else() {
        String password = VARIABLES.get("BATON_ANALYST_PASSWORD");
        may("projections", "analyst", password, "select count(*) from analytics.deal_current");
        mayNot("projections", "analyst", password, "select count(*) from gen_1.deal_current");
        assertThatThrownBy(() -> ground.connect("deals", "analyst", password)).isInstanceOf(SQLException.class);
    }

    /// As at the next `docker compose up`: with other passwords in `.env`, and nothing else changed.
    @Test
    void making_the_databases_again_changes_passwords_and_gives_no_right_back() throws Exception {
        Map<String, String> environment =
                new TreeMap<>(FILE.container("databases").environment());
        environment.put("BATON_ANALYST_PASSWORD", "it's another");
        ground.makeDatabases(environment);
        may("projections", "analyst", "it's another", "select count(*) from analytics.deal_current");
        mayNot("deals", "deals", VARIABLES.get("BATON_DEALS_PASSWORD"), "delete from event");
        ground.makeDatabases(FILE.container("databases").environment());
    }

    @Test
    void a_service_without_its_secret_does_not_start() throws Exception {
        Process process = containers.start(
                FILE.container("deal-service"), Map.of("SPRING_FLYWAY_PASSWORD", "", "SERVER_PORT", "0"));
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    private static void may(String database, String user, String password, String sql) {
        assertThat(attempt(database, user, password, sql)).as(sql).isEmpty();
    }

    private static void mayNot(String database, String user, String password, String sql) {
        assertThat(attempt(database, user, password, sql)).as(sql).containsAnyOf("42501", "permission denied");
    }

    /// @return what was wrong, empty when nothing was
    private static String attempt(String database, String user, String password, String sql) {
        try (Connection connection = ground.connect(database, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState() + " " + refused.getMessage();
        }
    }
}
