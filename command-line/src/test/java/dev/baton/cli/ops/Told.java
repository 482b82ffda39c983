package dev.baton.cli.ops;

import dev.baton.cli.Baton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a command tells whoever types it: what it prints, and what a script learns from its exit code.
///
/// @param besides what goes to standard error
public record Told(int code, String text, String besides) {

    /// @param data directory of the stack
    public static Told by(Path data, String command, String... options) {
        List<String> typed = new ArrayList<>(List.of(command));
        typed.addAll(List.of(options));
        typed.addAll(List.of("--data", data.toString()));
        return typed(typed.toArray(String[]::new));
    }

    private static Told typed(String... typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Baton.run(typed);
            return new Told(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
