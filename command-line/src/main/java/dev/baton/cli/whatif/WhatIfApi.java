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
    private static final String CLIENT = "operator";
    private static final long PAUSE = 250;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int ACCEPTED = 202;

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
        try (StepBar bar = new StepBar("what if")) {
            while (run.path("state").asString("").equals("RUNNING")) {
                TimeUnit.MILLISECONDS.sleep(PAUSE);
                run = get("/v1/what-if/" + run.path("id").asString(""));
                bar.show(
                        run.path("step").asString(""),
                        run.path("done").asLong(),
                        run.path("total").asLong());
            }
        }
        if (!run.path("state").asString("").equals("DONE")) {
            throw new IOException("what-if: " + run.path("error").asString(run.toString()));
        }
        return run;
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.post(CLIENT, service + "/v1/what-if", "application/json", question);
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
            JsonNode page = get("/v1/what-if/" + run + "/differences?limit=" + Math.min(MOST_AT_ONCE, most - all.size())
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
        HttpResponse<String> answer = api.get(CLIENT, service + path, "application/json");
        if (answer.statusCode() != 200) {
            throw new IOException(Refusal.of(answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
