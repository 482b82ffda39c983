package dev.baton.cli.http;

import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Baton's HTTP API as one client uses it. What fails because something is being restarted is
/// tried again: everything that is sent here may be sent twice.
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 4_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Tokens tokens;
    private final Consumer<String> news;

    /// @param news is told when something has to be tried again
    public Api(Landscape landscape, Consumer<String> news) {
        this.tokens = new Tokens(http, landscape);
        this.news = news;
    }

    public HttpResponse<String> get(String client, String url, String accept) throws IOException, InterruptedException {
        return persistently(client, get(url, accept), BodyHandlers.ofString());
    }

    /// The answer's lines as they arrive.
    public HttpResponse<Stream<String>> lines(String client, String url, String accept)
            throws IOException, InterruptedException {
        return persistently(client, get(url, accept), BodyHandlers.ofLines());
    }

    public HttpResponse<String> post(String client, String url, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return persistently(client, request, BodyHandlers.ofString());
    }

    /// Carried out once, however often it has to be sent: the service knows it by its key.
    public HttpResponse<String> postOnce(String client, String url, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return persistently(client, request, BodyHandlers.ofString());
    }

    /// Sent once, within that time, for somebody who is about to leave.
    public HttpResponse<String> deleteNow(String client, String url, Duration within)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(within).DELETE();
        return once(client, request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String url, String accept) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_WITHIN)
                .header("Accept", accept)
                .GET();
    }

    private <T> HttpResponse<T> persistently(String client, HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        long pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            try {
                HttpResponse<T> response = once(client, request, body);
                if (!passing(response.statusCode())) {
                    return response;
                }
                tokens.forget(client);
                trouble = "status " + response.statusCode();
            } catch (IOException unreachable) {
                trouble = unreachable instanceof ConnectException ? "nothing answers" : String.valueOf(unreachable);
            }
            String what = request.copy().build().uri() + ": " + trouble;
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("gave up after " + PATIENCE.toMinutes() + " minutes on " + what);
            }
            news.accept("trying again: " + what);
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private <T> HttpResponse<T> once(String client, HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpRequest authorised = request.copy()
                .setHeader("Authorization", "Bearer " + tokens.of(client))
                .build();
        return http.send(authorised, body);
    }

    /// A token that has expired, too many requests, and what a restart looks like from outside.
    private static boolean passing(int status) {
        return status == 401 || status == 429 || status >= 500;
    }
}
