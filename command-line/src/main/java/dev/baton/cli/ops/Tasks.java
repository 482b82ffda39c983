package dev.baton.cli.ops;

import dev.baton.cli.http.Api;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts tasks and follows them to their end. A service that was restarted meanwhile has forgotten the task: it is
/// started again, which every task allows.
public final class Tasks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "operator";
    private static final long PAUSE = 250;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final Api api;

    public Tasks(Api api) {
        this.api = api;
    }

    /// @param service the service's URL
    /// @param query of the path, with its question mark, or nothing
    /// @param label what the bar is called
    /// @return what came of it
    /// @throws TaskRefused when the service declines, with its reason
    /// @throws IOException when it fails or cannot be asked
    public JsonNode run(String service, String task, String query, String label)
            throws IOException, InterruptedException {
        try (var bar = new StepBar(label)) {
            JsonNode run = start(service, task, query);
            while (run.path("state").asString().equals("RUNNING")) {
                TimeUnit.MILLISECONDS.sleep(PAUSE);
                run = look(service, task, query, run.path("id").asString());
                bar.show(
                        run.path("step").asString(),
                        run.path("done").asLong(),
                        run.path("total").asLong());
            }
            return result(run, label);
        }
    }

    private JsonNode start(String service, String task, String query) throws IOException, InterruptedException {
        var answer = api.post(CLIENT, service + "/ops/" + task + query, "application/json", "");
        require(answer, ACCEPTED);
        return JSON.readTree(answer.body());
    }

    private JsonNode look(String service, String task, String query, String id)
            throws IOException, InterruptedException {
        var answer = api.get(CLIENT, service + "/ops/" + task + "/" + id, "application/json");
        if (answer.statusCode() == NOT_FOUND) {
            return start(service, task, query);
        }
        require(answer, 200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode result(JsonNode run, String label) throws IOException {
        return switch (run.path("state").asString()) {
            case "DONE" -> run.path("result");
            case "REFUSED" -> throw new TaskRefused(run.path("error").asString());
            default -> throw new IOException(label + ": " + run.path("error").asString(run.toString()));
        };
    }

    private static void require(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }
}
