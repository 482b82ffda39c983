package dev.baton.cli.replay;

import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays as projections-service offers them to operators.
record ReplayApi(Api api, Landscape landscape) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "operator";

    static ReplayApi of(Landscape landscape) {
        return new ReplayApi(new Api(landscape, System.err::println), landscape);
    }

    JsonNode plan() throws IOException, InterruptedException {
        return get("/plan");
    }

    JsonNode latest() throws IOException, InterruptedException {
        return get("").path("rows");
    }

    JsonNode look(long id) throws IOException, InterruptedException {
        return get("/" + id);
    }

    /// @throws IOException with the reason when it is refused
    JsonNode begin(boolean acceptDifferences) throws IOException, InterruptedException {
        return post("", "{\"acceptDifferences\": " + acceptDifferences + "}");
    }

    /// @return the generation that is live now
    /// @throws IOException with the reason when there is nothing to go back to
    JsonNode rollBack() throws IOException, InterruptedException {
        return post("/rollback", "{}");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return read(api.get(CLIENT, url(path), "application/json"));
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return read(api.postOnce(CLIENT, url(path), UUID.randomUUID().toString(), body));
    }

    private String url(String path) {
        return landscape.projections() + "/ops/replays" + path;
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new IOException(body.path("title").asString("refused") + ": "
                    + body.path("detail").asString(answer.body()));
        }
        return body;
    }
}
