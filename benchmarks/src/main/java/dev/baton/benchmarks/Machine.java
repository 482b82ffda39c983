package dev.baton.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where and of what a run was made.
final class Machine {
    private Machine() {}

    static String heading(String part, Path home, String turns) {
        return "\n## " + part + ", " + LocalDate.now(ZoneOffset.UTC) + ", commit " + commit(home) + "\n\n"
                + Runtime.getRuntime().availableProcessors()
                + " processors (" + System.getProperty("os.arch") + "), " + memory() + " GiB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version().feature()
                + ", PostgreSQL 18 with fsync, synchronous_commit and full_page_writes on; everything on this machine; "
                + turns + "\n";
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? Math.round(machine.getTotalMemorySize() / (double) (1L << 30))
                : 0;
    }

    private static String commit(Path home) {
        Optional<String> head = git(home, "rev-parse", "--short", "HEAD");
        // what this run itself writes is no change
        String changed = git(
                        home, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!benchmarks/RESULTS.md")
                .map(files -> files.isEmpty() ? "" : " with changes")
                .orElse("");
        return head.map(commit -> commit + changed).orElse("unknown");
    }

    private static Optional<String> git(Path home, String... arguments) {
        List<String> command = Stream.concat(Stream.of("git", "-C", home.toString()), Stream.of(arguments))
                .toList();
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
