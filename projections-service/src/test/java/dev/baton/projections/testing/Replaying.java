package dev.baton.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.testing.Patience;
import dev.baton.web.edge.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays as an operator has them, over HTTP.
public final class Replaying {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPERATOR = TestTokens.client("operator", "ops");

    private final Running service;

    public Replaying(Running service) {
        this.service = service;
    }

    /// From the request to its end, whatever that is.
    public JsonNode run() {
        return run("{}");
    }

    public JsonNode run(String wish) {
        return ended(begun(begin(UUID.randomUUID().toString(), wish)));
    }

    public HttpResponse<String> begin(String key, String wish) {
        return service.post("/ops/replays", OPERATOR, key, wish);
    }

    public long begun(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    public JsonNode ended(long id) {
        await().atMost(Patience.LIMIT.multipliedBy(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.json("/ops/replays/" + id).hasNonNull("finishedAt"));
        return service.json("/ops/replays/" + id);
    }

    public JsonNode latest() {
        return service.json("/ops/replays").at("/rows/0");
    }

    public HttpResponse<String> rollBack() {
        return service.post("/ops/replays/rollback", OPERATOR, "any", "");
    }

    public String live() {
        return service.sql()
                .sql("select name from generation where live")
                .query(String.class)
                .single();
    }

    /// The generations that the views speak of; one, if nothing went wrong.
    public List<String> viewed() {
        return service.sql().sql("""
                        select distinct (regexp_matches(definition, 'gen_[0-9]+', 'g'))[1] from pg_views
                        where schemaname = 'analytics'
                        """).query(String.class).list();
    }
}
