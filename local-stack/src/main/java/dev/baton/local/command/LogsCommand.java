package dev.baton.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the end of a process's log.
@Command(name = "logs", description = "Shows the end of a log; without a name it lists them.")
public final class LogsCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "For instance deal-service, kafka, supervisor.")
    @Nullable
    String name;

    @Option(names = "--lines", description = "How many lines (default: ${DEFAULT-VALUE}).")
    int lines = 100;

    @Override
    public Integer call() throws IOException {
        Path log = name == null ? null : data.directory().log(name);
        if (log == null) {
            return list();
        }
        if (!Files.exists(log)) {
            System.err.println("baton: no log " + log);
            return list() + 1;
        }
        List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(System.out::println);
        return 0;
    }

    private int list() throws IOException {
        Path logs = data.directory().logs();
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                files.sorted().forEach(System.out::println);
            }
        }
        return 0;
    }
}
