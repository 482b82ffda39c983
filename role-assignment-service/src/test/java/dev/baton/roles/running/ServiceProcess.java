package dev.baton.roles.running;

import dev.baton.roles.RoleAssignmentService;
import dev.baton.web.edge.testing.TestTokens;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;

/// One instance of the service as a process of its own, so that it can be killed.
final class ServiceProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private final Process process;
    private final Path port;

    private ServiceProcess(Process process, Path port) {
        this.process = process;
        this.port = port;
    }

    /// The service, and where it listens: a port that was free before it started may be somebody's by then.
    ///
    /// @param arguments the file that names the port, then the service's own
    public static void main(String[] arguments) {
        SpringApplication service = new SpringApplication(RoleAssignmentService.class);
        service.addListeners(new WebServerPortFileWriter(arguments[0]));
        service.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    static ServiceProcess start(String database, String bootstrap, File log) {
        Path port = Path.of(log + ".port");
        try {
            return new ServiceProcess(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Duser.timezone=UTC",
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path")),
                                    ServiceProcess.class.getName(),
                                    port.toString(),
                                    "--server.port=0",
                                    "--server.address=127.0.0.1",
                                    "--baton.database.url=" + database,
                                    "--baton.database.user=postgres",
                                    "--baton.database.password=",
                                    "--baton.kafka.bootstrap=" + bootstrap,
                                    "--baton.rounds.every=200ms",
                                    "--baton.security.public-key=" + TestTokens.PUBLIC_KEY)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        try {
            return "http://127.0.0.1:" + Files.readString(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() throws IOException {
        return Files.exists(port) && Files.size(port) > 0;
    }

    boolean isUp() {
        try {
            if (!listens()) {
                return false;
            }
            HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// With -9: it finishes nothing that it had begun.
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
