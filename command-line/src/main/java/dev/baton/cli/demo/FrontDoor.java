package dev.baton.cli.demo;

import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the demo's people and events get in: the way everybody's do.
record FrontDoor(Api api, Landscape landscape) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SYSTEM = "integration";
    private static final String OPERATOR = "operator";

    /// Registers somebody in a role; to do it again changes nothing.
    void register(Person person) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(person);
        HttpResponse<String> answer = api.post(OPERATOR, landscape.roles() + "/v1/members", "application/json", body);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s as %s: status %d %s".formatted(person.id(), person.role(), answer.statusCode(), answer.body()));
        }
    }

    /// Posts events in their order.
    ///
    /// @return a line for each, as the service answered
    List<JsonNode> post(List<Fact> facts) throws IOException, InterruptedException {
        String body = facts.stream().map(Fact::line).collect(Collectors.joining("\n", "", "\n"));
        HttpResponse<String> answer =
                api.post(SYSTEM, landscape.deals() + "/v1/deal-events", "application/x-ndjson", body);
        if (answer.statusCode() != 200) {
            throw new IOException("events: status " + answer.statusCode() + " " + answer.body());
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
