package dev.baton.benchmarks.http;

import dev.baton.benchmarks.visible.Stack;
import dev.baton.benchmarks.work.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The service as `./baton up` starts it, with the options that every contender's JVM has, on a database of the run's
/// server. It ends with the worker that started it.
final class DealService implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-Xmn256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final String url;

    private DealService(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static DealService start(Place place, Stack ground) throws IOException, InterruptedException {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        ProcessBuilder builder = new ProcessBuilder(command(place.home())).inheritIO();
        builder.environment().putAll(environment(place, ground, port));
        DealService service = new DealService(builder.start(), url);
        Runtime.getRuntime().addShutdownHook(new Thread(service.process::destroy, "stop deal-service"));
        service.awaitReady();
        return service;
    }

    String url() {
        return url;
    }

    private static List<String> command(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> program = Stream.of("-jar", program(home).toString());
        return Stream.of(Stream.of(java), OPTIONS.stream(), program)
                .flatMap(part -> part)
                .toList();
    }

    private static Path program(Path home) throws IOException {
        Path target = home.resolve("deal-service/target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.of()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("deal-service is not built"));
        }
    }

    private static Map<String, String> environment(Place place, Stack ground, int port) {
        return Map.of(
                "SERVER_PORT",
                "" + port,
                "SERVER_ADDRESS",
                "127.0.0.1",
                "BATON_DATABASE_URL",
                place.database(),
                "BATON_KAFKA_BOOTSTRAP",
                ground.kafka(),
                "BATON_SECURITY_ISSUER",
                ground.issuer(),
                "LOGGING_LEVEL_ORG_APACHE_KAFKA",
                "WARN",
                "AXONIQ_UPDATE_CHECKER_DISABLED",
                "true");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(url + "/actuator/health")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client, health)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IOException("deal-service did not become ready");
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean ready(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
