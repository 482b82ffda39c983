package dev.baton.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The shell blocks of a README, as one script that a newcomer would type.
record Readme(List<String> blocks) {
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    static Readme of(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Readme parse(String markdown) {
        return new Readme(
                SHELL.matcher(markdown).results().map(block -> block.group(1)).toList());
    }

    /// The blocks that talk to a running system, in their order: any call that is refused ends the script.
    String calls() {
        return blocks.stream()
                .filter(block -> block.contains("curl ") || block.contains("./baton proof"))
                .collect(Collectors.joining("\n", STRICT, ""));
    }

    private static final String STRICT = """
            set -euo pipefail
            curl() { command curl --fail-with-body --max-time 60 "$@"; local code=$?; echo; return $code; }
            """;
}
