package dev.baton.cli.whatif;

import dev.baton.cli.http.Api;
import dev.baton.cli.ops.StepBar;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks role-assignment-service what would have been, and waits for its answer.
final class WhatIfApi {
    private static final JsonMapper JSON = new JsonMapper();
    static final String CLIENT = "operator";
    static final String PATH = "/v1/what-if";
    private static final long PAUSE = 250;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final Api api;
    private final String service;

    /// @param service the URL of role-assignment-service
    WhatIfApi(Api api, String service) {
        this.api = api;
        this.service = service;
    }

    /// @return the run, done
    /// @throws IOException when it was refused or failed, with the reason
    JsonNode run(String question) throws IOException, InterruptedException {
        JsonNode run = ask(question);
        try (StepBar bar = new StepBar("what if");
                var leaving = new CancelledWhenLeaving(api, service)) {
            while (run.path("state").asString("").equals("RUNNING")) {
                leaving.waitsFor(run);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
                run = look(run.path("id").asString(""), question);
                bar.show(
                        run.path("step").asString(""),
                        run.path("done").asLong(),
                        run.path("total").asLong());
            }
        }
        return switch (run.path("state").asString("")) {
            case "DONE" -> run;
            case "CANCELLED" -> throw new IOException("what-if: somebody has cancelled it");
            default -> throw new IOException("what-if: " + run.path("error").asString(run.toString()));
        };
    }

    /// A service that was restarted meanwhile has forgotten the run; nothing speaks against
    /// asking again.
    private JsonNode look(String run, String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.get(CLIENT, service + PATH + "/" + run, "application/json");
        return answer.statusCode() == NOT_FOUND ? ask(question) : read(answer);
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.post(CLIENT, service + PATH, "application/json", question);
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException(Refusal.of(answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /// The first so many legs that would have come to somebody else.
    List<JsonNode> differences(String run, int most) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (all.size() < most) {
            JsonNode page = get(PATH + "/" + run + "/differences?limit=" + Math.min(MOST_AT_ONCE, most - all.size())
                    + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items").forEach(all::add);
            after = page.path("next").asString("");
            if (after.isEmpty()) {
                break;
            }
        }
        return all;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return read(api.get(CLIENT, service + path, "application/json"));
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(Refusal.of(answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
