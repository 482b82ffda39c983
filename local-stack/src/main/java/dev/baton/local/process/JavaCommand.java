package dev.baton.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a supervised JVM.
///
/// @param options of the JVM, for instance `-Xmx256m`
/// @param program what is run: `-jar` and a file, or a class path and a main class
/// @param arguments of the program
public record JavaCommand(List<String> options, List<String> program, List<String> arguments) {
    /// Names the data directory on the command line of every process that belongs to it, so that
    /// an orphan is recognised even when its start was never recorded.
    public static final String OWNER = "-Dbaton.data=";

    /// Ctrl-C in a terminal reaches the whole process group. The children ignore it and wait for
    /// the supervisor, which stops them in order.
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "baton");

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The whole command, marked as belonging to a data directory.
    public List<String> ownedBy(Path data) {
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(java());
        command.addAll(options);
        command.add(OWNER + data);
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }
}
