package dev.baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.baton.local.state.Credentials;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.Health;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL, Kafka and the issuer under a supervisor, as the processes they are; the tests follow
/// one life of it, in order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroundTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static Process supervisor;
    private static String earlierToken;

    @BeforeAll
    static void up() throws IOException {
        data = new DataDirectory(directory);
        start();
    }

    @AfterAll
    static void down() throws Exception {
        supervisor.destroy();
        assertThat(supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void start() throws IOException {
        data.create();
        supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalStack.class.getName(),
                        "up",
                        "--ground",
                        "--data",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.log("supervisor").toFile())
                .start();
        long pid = supervisor.pid();
        await().atMost(PATIENCE)
                .until(() -> recorded()
                        .filter(state -> state.supervisor().pid() == pid && state.phase() == Phase.READY)
                        .isPresent());
    }

    @Test
    @Order(1)
    void what_postgres_acknowledges_is_durable() throws SQLException, IOException {
        try (Connection connection = connect("deals", "deals")) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(connection, "show " + setting)).isEqualTo("on");
            }
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "show server_version")).startsWith("18.");
        }
    }

    @Test
    @Order(2)
    void each_service_owns_its_database_and_sees_no_other() throws SQLException, IOException {
        try (Connection connection = connect("roles", "roles")) {
            connection.createStatement().execute("create table kept (word text)");
            connection.createStatement().execute("insert into kept values ('still here')");
            assertThat(ask(connection, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
        }
        assertThatThrownBy(() -> connect("roles", "deals")).isInstanceOf(SQLException.class);
    }

    @Test
    @Order(3)
    void an_analyst_reads_and_writes_nothing() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(state().analytics())) {
            assertThat(ask(connection, "select current_user")).isEqualTo("analyst");
            assertThatThrownBy(() -> connection.createStatement().execute("create table t (c text)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @Order(4)
    void nobody_gets_in_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(url("deals"), "deals", "guess"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(5)
    void a_person_of_each_role_gets_a_token_that_says_who_they_are() throws Exception {
        earlierToken = token("sales-manager");
        SignedJWT token = SignedJWT.parse(earlierToken);
        assertThat(signedByIssuer(token)).isTrue();
        Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
        assertThat(claims)
                .containsEntry("iss", state().issuer())
                .containsEntry("sub", "melvin-marxen")
                .containsEntry("member", "melvin-marxen")
                .containsEntry("roles", List.of("SALES_MANAGER"))
                .containsEntry("scope", "deals:read deals:write members:write reports:read");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("baton");
    }

    @Test
    @Order(6)
    void a_machines_token_has_its_scopes_and_is_nobody() throws Exception {
        Map<String, Object> claims =
                SignedJWT.parse(token("integration")).getJWTClaimsSet().getClaims();
        assertThat(claims)
                .containsEntry("scope", "deals:read deals:write events:write")
                .doesNotContainKeys("member", "roles");
    }

    @Test
    @Order(7)
    void kafka_takes_a_topic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", state().kafka()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    @Order(8)
    void a_second_supervisor_leaves_the_first_alone() throws Exception {
        long before = state().supervisor().pid();
        Process second = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalStack.class.getName(),
                        "up",
                        "--ground",
                        "--data",
                        directory.toString())
                .start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("runs already");
        assertThat(state().supervisor().pid()).isEqualTo(before);
    }

    @Test
    @Order(9)
    void what_dies_is_started_again() throws IOException {
        kill("postgres");
        await().atMost(PATIENCE)
                // more than once where what it left behind takes its time to go
                .until(() -> process("postgres").restarts() >= 1
                        && process("postgres").health() == Health.UP);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (Connection connection = connect("roles", "roles")) {
                return ask(connection, "select word from kept").equals("still here");
            }
        });
    }

    @Test
    @Order(10)
    void a_killed_supervisor_leaves_nothing_that_blocks_the_next_start() throws Exception {
        StackState before = state();
        List<ProcessHandle> orphans = before.running().toList();
        assertThat(orphans).hasSize(3);
        supervisor.toHandle().destroyForcibly();
        supervisor.waitFor();
        start();
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        assertThat(state().processes()).extracting(ProcessState::port).isEqualTo(ports(before));
    }

    @Test
    @Order(11)
    void what_was_stored_and_issued_outlives_a_restart() throws Exception {
        try (Connection connection = connect("roles", "roles")) {
            assertThat(ask(connection, "select word from kept")).isEqualTo("still here");
        }
        assertThat(signedByIssuer(SignedJWT.parse(earlierToken))).isTrue();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", state().kafka()))) {
            assertThat(admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("kept");
        }
    }

    @Test
    @Order(12)
    void a_supervisor_that_is_asked_to_end_stops_everything_in_order() throws Exception {
        List<ProcessHandle> processes = state().running().toList();
        supervisor.destroy();
        assertThat(supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(processes).hasSize(3).noneMatch(ProcessHandle::isAlive);
        assertThat(state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(state().processes()).allMatch(process -> process.health() == Health.STOPPED);
    }

    private static void kill(String name) throws IOException {
        Optional.ofNullable(process(name).process())
                .orElseThrow()
                .running()
                .orElseThrow()
                .destroyForcibly();
    }

    private static List<Integer> ports(StackState state) {
        return state.processes().stream().map(ProcessState::port).toList();
    }

    private static Optional<StackState> recorded() throws IOException {
        return new StateFile(data.stateFile()).read();
    }

    private static StackState state() throws IOException {
        return recorded().orElseThrow();
    }

    private static ProcessState process(String name) throws IOException {
        return state().process(name).orElseThrow();
    }

    private static String url(String database) throws IOException {
        return process("postgres").url().replaceFirst("/postgres$", "/" + database);
    }

    private static Connection connect(String database, String user) throws SQLException, IOException {
        String password = Credentials.read(data.credentialsFile()).databasePassword(user);
        return DriverManager.getConnection(url(database), user, password);
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String token(String client) throws IOException, InterruptedException {
        String secret = Credentials.read(data.credentialsFile()).clientSecret(client);
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(state().issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return new JsonMapper().readTree(send(request)).path("access_token").asString();
    }

    private static boolean signedByIssuer(SignedJWT token)
            throws IOException, InterruptedException, ParseException, JOSEException {
        String keys = send(HttpRequest.newBuilder(URI.create(state().issuer() + "/oauth2/jwks"))
                .build());
        return token.verify(new RSASSAVerifier(
                JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
