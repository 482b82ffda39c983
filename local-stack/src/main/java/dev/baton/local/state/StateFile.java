package dev.baton.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `DATA/baton.json`.
public record StateFile(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// What was recorded last; empty when nothing was, or when it cannot be read any more.
    public Optional<StackState> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(path), StackState.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    public void write(StackState state) throws IOException {
        PrivateFile.write(path, text(state));
    }

    public static String text(StackState state) {
        return JSON.writeValueAsString(state) + "\n";
    }
}
