package dev.baton.roles.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stream of server-sent events, as a browser reads it.
final class QueueStream implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InputStream body;
    private final BufferedReader lines;
    private @Nullable String lastId;

    private QueueStream(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    static QueueStream open(Service service, String token, String member) {
        return open(service, token, member, null);
    }

    static QueueStream open(Service service, String token, String member, @Nullable String lastEventId) {
        HttpResponse<InputStream> response = ask(service, token, member, lastEventId);
        if (response.statusCode() != 200) {
            throw new AssertionError(response);
        }
        return new QueueStream(response.body());
    }

    static int status(Service service, String token, String member) {
        HttpResponse<InputStream> response = ask(service, token, member, null);
        try (InputStream ignored = response.body()) {
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<InputStream> ask(
            Service service, String token, String member, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                service.request(token, "/v1/members/" + member + "/queue").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return HTTP.send(request.GET().build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The next event, which has to be of that name.
    JsonNode next(String name) throws Exception {
        return CompletableFuture.supplyAsync(() -> read(name), Thread::startVirtualThread)
                .get(Service.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private JsonNode read(String expected) {
        String name = "";
        String line = line();
        while (line != null) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                if (!name.equals(expected)) {
                    throw new AssertionError("expected " + expected + ", was " + name + " " + line);
                }
                return JSON.readTree(line.substring(6));
            }
            line = line();
        }
        throw new AssertionError("the stream ended before " + expected);
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOver() {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line == null;
    }

    String lastId() {
        if (lastId == null) {
            throw new AssertionError("nothing with an id has come");
        }
        return lastId;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
