package dev.baton.cli.parked;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// In which form the answer is printed.
final class Answer {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    enum Output {
        text,
        json
    }

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Output output = Output.text;

    @Option(names = "--json", description = "The same as --output json.")
    boolean json;

    void print(JsonNode whole, String text) {
        System.out.print(json || output == Output.json ? JSON.writeValueAsString(whole) + "\n" : text);
    }
}
