package dev.baton.cli.parked;

import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Parked hand-offs as role-assignment-service offers them to operators.
record ParkedApi(Api api, String service) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "operator";
    private static final int MOST_AT_ONCE = 1_000;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int ACCEPTED = 202;

    static ParkedApi of(Landscape landscape) {
        return new ParkedApi(new Api(landscape, System.err::println), landscape.roles());
    }

    /// All of them, by deal.
    List<JsonNode> list() throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read(api.get(
                    CLIENT,
                    url("?limit=" + MOST_AT_ONCE + (after.isEmpty() ? "" : "&after=" + encoded(after))),
                    "application/json"));
            page.path("items").forEach(all::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return all;
    }

    /// What became of it: how many events were `handled`; and when it did not get through them
    /// all `failing`, the cause in a sentence, and what would `mend` it; `comes` when it is tried
    /// by itself as soon as there is something to try.
    ///
    /// @throws IOException with the reason when it is not parked, or nobody can say
    JsonNode retry(String deal) throws IOException, InterruptedException {
        return tried(deal, post(deal, "retry"));
    }

    /// Nothing when somebody else has retried it meanwhile.
    Optional<JsonNode> retryIfParked(String deal) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(deal, "retry");
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(tried(deal, answer));
    }

    private static JsonNode tried(String deal, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == ACCEPTED) {
            return ((ObjectNode) read(answer)).put("comes", true);
        }
        if (answer.statusCode() != CONFLICT) {
            return read(answer);
        }
        JsonNode problem = json(answer);
        return JSON.createObjectNode()
                .put("deal", deal)
                .put("failing", problem.path("detail").asString(answer.body()))
                .put("mend", problem.path("mend").asString(""))
                .put("handled", problem.path("handled").asInt(0));
    }

    /// @throws IOException with the reason when it is not parked, or the log knows of no hand-off
    JsonNode rebuild(String deal) throws IOException, InterruptedException {
        return read(post(deal, "rebuild"));
    }

    /// Sent twice it finds the deal parked no longer, or rebuilds the same memory.
    private HttpResponse<String> post(String deal, String act) throws IOException, InterruptedException {
        if (deal.isBlank()) {
            throw new IOException("a deal is named by its id");
        }
        return api.post(CLIENT, url("/" + encoded(deal) + "/" + act), "application/json", "{}");
    }

    private String url(String path) {
        return service + "/ops/parked-hand-offs" + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        JsonNode body = json(answer);
        if (answer.statusCode() >= 300) {
            throw new IOException(body.path("detail").asString(answer.uri() + " answers " + answer.statusCode()));
        }
        return body;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + " with what is no JSON", noJson);
        }
    }
}
