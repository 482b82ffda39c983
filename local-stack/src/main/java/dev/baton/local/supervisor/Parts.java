package dev.baton.local.supervisor;

import dev.baton.local.issuer.LocalClients;
import dev.baton.local.issuer.LocalIssuer;
import dev.baton.local.kafka.KafkaProbe;
import dev.baton.local.postgres.Databases;
import dev.baton.local.postgres.PostgresServer;
import dev.baton.local.process.JavaCommand;
import dev.baton.local.process.LogFile;
import dev.baton.local.process.Programs;
import dev.baton.local.state.Credentials;
import dev.baton.local.state.DataDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All processes of the stack, as they are started.
record Parts(
        DataDirectory data,
        Programs programs,
        Credentials credentials,
        Addresses at,
        PostgresServer server,
        Databases databases) {
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// What the services stand on.
    List<Part> ground() throws IOException {
        return List.of(new PostgresPart(server, databases), kafka(), issuer());
    }

    List<Part> services() throws IOException {
        return List.of(
                service("deal-service", "deals", at.deals(), Map.of()),
                service("role-assignment-service", "roles", at.roles(), Map.of()),
                service("projections-service", "projections", at.projections(), ofProjections()));
    }

    private Part kafka() throws IOException {
        JavaCommand command = new JavaCommand(
                heap("512m"),
                programs.self(),
                List.of(
                        "run-kafka",
                        "--data=" + data.root(),
                        "--port=" + at.kafka(),
                        "--controller-port=" + at.kafkaController()));
        KafkaProbe probe = new KafkaProbe(at.kafka());
        return new JavaPart(
                "kafka", bootstrap(), at.kafka(), log("kafka"), data.root(), command, Map.of(), probe::ready);
    }

    private Part issuer() throws IOException {
        JavaCommand command = new JavaCommand(
                quickly(heap("128m")),
                programs.self(),
                List.of(
                        "run-issuer",
                        "--data=" + data.root(),
                        "--port=" + at.issuer(),
                        "--console=" + http(at.projections())));
        HttpProbe probe = HttpProbe.of(issuerUrl() + "/.well-known/openid-configuration");
        return new JavaPart("issuer", issuerUrl(), at.issuer(), log("issuer"), data.root(), command, Map.of(), probe);
    }

    private Part service(String module, String database, int port, Map<String, String> more) throws IOException {
        Map<String, String> environment = new TreeMap<>(more);
        environment.putAll(Map.of(
                "SERVER_PORT",
                "" + port,
                "SERVER_ADDRESS",
                "127.0.0.1",
                "BATON_DATABASE_URL",
                databases.url(database),
                "BATON_DATABASE_USER",
                database,
                "BATON_DATABASE_PASSWORD",
                credentials.databasePassword(database),
                "BATON_KAFKA_BOOTSTRAP",
                bootstrap(),
                "BATON_SECURITY_ISSUER",
                issuerUrl(),
                // its clients' INFO is a line per partition
                "LOGGING_LEVEL_ORG_APACHE_KAFKA",
                "WARN",
                "AXONIQ_UPDATE_CHECKER_DISABLED",
                "true"));
        JavaCommand command = new JavaCommand(heap("384m"), programs.module(module), List.of());
        HttpProbe probe = HttpProbe.of(http(port) + "/actuator/health");
        return new JavaPart(module, http(port), port, log(module), data.root(), command, environment, probe);
    }

    private Map<String, String> ofProjections() {
        return Map.of(
                "BATON_DEALS_URL", http(at.deals()),
                "BATON_ROLES_URL", http(at.roles()),
                "BATON_CONSOLE_CLIENT_ID", LocalClients.CONSOLE,
                "BATON_CONSOLE_CLIENT_SECRET", credentials.clientSecret(LocalClients.CONSOLE),
                "BATON_ANALYST_USER", Databases.ANALYST,
                "BATON_ANALYST_PASSWORD", credentials.databasePassword(Databases.ANALYST));
    }

    String bootstrap() {
        return "127.0.0.1:" + at.kafka();
    }

    String issuerUrl() {
        return LocalIssuer.urlAt(at.issuer());
    }

    private LogFile log(String name) {
        return new LogFile(data.log(name));
    }

    private static String http(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static List<String> heap(String most) {
        return Stream.concat(Stream.of("-Xmx" + most), COMMON.stream()).toList();
    }

    /// For a process that never has much to do, compiling well costs more than it brings.
    private static List<String> quickly(List<String> options) {
        return Stream.concat(options.stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                .toList();
    }
}
