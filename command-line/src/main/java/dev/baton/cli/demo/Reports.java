package dev.baton.cli.demo;

import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the figures where an analyst would.
record Reports(Api api, Landscape landscape) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANALYST = "analyst";

    Figures read() throws IOException, InterruptedException {
        return FiguresReading.of(
                report("/v1/pipeline"), report("/v1/win-loss"), report("/v1/cycle-time"), report("/v1/handoffs"));
    }

    private JsonNode report(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.get(ANALYST, landscape.projections() + path, "application/json");
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
