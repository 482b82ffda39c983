package dev.baton.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/// The service as a process of its own, which stands still at one place of a replay, so that it can be killed just
/// there.
public final class ProjectionsProcess implements AutoCloseable {
    /// In the middle of what is folded; any other place is the phase that begins there.
    public static final String FOLDING = "FOLDING";

    /// No place at all.
    public static final String NOWHERE = "NOWHERE";

    private static final int FOLDS = 1_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final BufferedReader said;
    private final List<String> heard = new ArrayList<>();
    private final String url;

    private ProjectionsProcess(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        this.url = hear("serves ");
    }

    /// Runs until it is killed.
    ///
    /// @param arguments where to stand still, Kafka, the database
    public static void main(String[] arguments) {
        String place = arguments[0];
        PlantedFault.dieAfter(FOLDS, () -> standStillAt(FOLDING));
        Hurdles.at(phase -> {
            if (phase.name().equals(place)) {
                standStillAt(place);
            }
        });
        String also = place.equals(FOLDING) ? "planted-fault" : "hurdles";
        Running service = Running.at(
                arguments[1],
                arguments[2],
                "--spring.profiles.active=open-console," + also,
                "--baton.replay.workers=2",
                "--baton.replay.partitions=2");
        System.out.println("serves " + service.url());
    }

    /// Returns when it serves.
    public static ProjectionsProcess start(String place, Broker broker, String database) throws IOException {
        return new ProjectionsProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ProjectionsProcess.class.getName(),
                        place,
                        broker.bootstrap(),
                        database)
                .redirectErrorStream(true)
                .start());
    }

    /// @return the replay's id
    public long beginReplay() throws IOException, InterruptedException {
        HttpResponse<String> begun = HTTP.send(
                HttpRequest.newBuilder(URI.create(url + "/ops/replays"))
                        .header("Authorization", "Bearer " + TestTokens.client("operator", "ops"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(begun.body()).path("id").asLong();
    }

    public void awaitStandingStill() throws IOException {
        hear("stands still");
    }

    /// With `kill -9`.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /// The rest of the first line that begins so, whether it was said before or is said now.
    private String hear(String beginning) throws IOException {
        while (heard.stream().noneMatch(line -> line.startsWith(beginning))) {
            String line = said.readLine();
            if (line == null) {
                throw new IllegalStateException("it ended without saying '" + beginning + "':\n" + heard);
            }
            heard.add(line);
        }
        return heard.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .substring(beginning.length());
    }

    private static void standStillAt(String place) {
        System.out.println("stands still at " + place);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
