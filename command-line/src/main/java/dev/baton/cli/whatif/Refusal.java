package dev.baton.cli.whatif;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A refusal as a sentence that names the field of the policy file.
final class Refusal {
    private static final JsonMapper JSON = new JsonMapper();

    private Refusal() {}

    static String of(String body) {
        JsonNode problem;
        try {
            problem = JSON.readTree(body);
        } catch (JacksonException noProblem) {
            return body;
        }
        String detail = problem.path("detail").asString(problem.path("title").asString(body));
        String field = problem.path("pointer").asString("").replaceFirst("^/policy", "");
        return (field.isEmpty() ? "" : field + ": ") + detail + allowed(problem.path("allowed"));
    }

    private static String allowed(JsonNode allowed) {
        return allowed.isMissingNode() ? "" : " (allowed: " + allowed + ")";
    }
}
