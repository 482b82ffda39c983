package dev.baton.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.testing.Patience;
import dev.baton.projections.ProjectionsService;
import dev.baton.web.edge.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as it runs, and a client of it.
public final class Running implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Running on(Broker broker, String databaseUrl, String... more) {
        return at(broker.bootstrap(), databaseUrl, more);
    }

    static Running at(String bootstrap, String databaseUrl, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--baton.kafka.bootstrap=" + bootstrap,
                // whoever stops a reader waits for its last fetch
                "--baton.kafka.clients.fetch.max.wait.ms=50",
                "--baton.security.issuer=",
                "--baton.security.public-key=" + TestTokens.PUBLIC_KEY,
                "--baton.analyst.user=analyst",
                "--baton.analyst.password=analyst",
                "--spring.main.banner-mode=off",
                // when the tests are over, Kafka and PostgreSQL end in the same moment: nobody is to wait for them
                "--spring.main.register-shutdown-hook=false",
                "--spring.profiles.active=open-console",
                "--logging.level.root=warn"));
        for (String setting : more) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(usual -> usual.startsWith(name));
            settings.add(setting);
        }
        if (!settings.contains("--baton.security.issuer=")) {
            settings.removeIf(usual -> usual.startsWith("--baton.security.public-key="));
        }
        return new Running(new SpringApplicationBuilder(ProjectionsService.class).run(settings.toArray(String[]::new)));
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path, "application/json").body());
    }

    public HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept).header("Authorization", "Bearer " + TOKEN));
    }

    public HttpResponse<String> post(String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// As whoever has that token, with a body of JSON.
    public HttpResponse<String> post(String path, String token, String idempotencyKey, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// As whoever has that token.
    public HttpResponse<String> as(String token, String path) {
        return send(request(path).header("Accept", "application/json").header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> stranger(String path, String accept) {
        return send(request(path).header("Accept", accept));
    }

    /// Until so many events, duplicates not counted, have been applied to the live generation.
    public void awaitRead(long events) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(applied())
                        .as(() -> get("/ops/dead-letters", "application/json").body())
                        .isEqualTo(events));
    }

    private long applied() {
        return sql().sql("select coalesce(sum(last_sequence + 1), 0) from reader_subject"
                        + " where starts_with(reader, (select name from generation where live) || '-')")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
