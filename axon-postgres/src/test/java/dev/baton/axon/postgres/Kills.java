package dev.baton.axon.postgres;

import dev.baton.axon.postgres.conformance.Fact;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Processes that append to one log and are killed at random moments, each followed by the next.
final class Kills {
    /// What the server calls those that the processes had.
    static final String SESSIONS = "appending-process";

    /// A process lives for so many acknowledged events at most.
    private static final int LONGEST_LIFE = 400;

    private static final long LONGEST_PAUSE = Duration.ofMillis(3).toNanos();

    /// What the engine is made of, and no logging: with everything that is on the path here a process
    /// takes twice as long to start.
    private static final Pattern NEEDED = Pattern.compile(
            "(?!.*\\.jar$).*|.*/(event-contract|axon-(messaging|modelling"
                    + "|eventsourcing)|spring-(core|beans|jdbc|tx|boot|boot-jdbc)|commons-logging|slf4j-api|HikariCP|postgresql|jspecify)-.*");

    private static final String CLASSES = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .filter(NEEDED.asMatchPredicate())
            .collect(Collectors.joining(File.pathSeparator));

    private final String url;
    private final String contended = Fact.newStream();
    private final Random random;
    private final int count;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();

    /// @param count processes that will have been killed
    Kills(String url, int count, long seed) {
        this.url = url;
        this.count = count;
        this.random = new Random(seed);
    }

    /// One process after the other, until so many were killed as were asked for. May be called by
    /// several threads: their processes live at the same time.
    boolean oneAfterTheOther() throws Exception {
        while (begun.incrementAndGet() <= count) {
            liveAndDie(1 + random.nextInt(LONGEST_LIFE), random.nextLong(LONGEST_PAUSE));
            int killed = done.incrementAndGet();
            if (killed % 50 == 0) {
                System.out.println(killed + " killed, " + acknowledged.size() + " events acknowledged");
            }
        }
        return true;
    }

    int done() {
        return done.get();
    }

    /// From an event's id to its place, `stream sequence`.
    Map<UUID, String> acknowledged() {
        return acknowledged;
    }

    private void liveAndDie(int life, long pause) throws Exception {
        Path complaints = Files.createTempFile("appending-process", ".err");
        Process process = start(complaints);
        try (BufferedReader output = process.inputReader()) {
            for (int left = life; left > 0; left--) {
                note(output.readLine(), complaints);
            }
            LockSupport.parkNanos(pause);
            // Not by the process itself, which would close what is still to be read.
            process.toHandle().destroyForcibly();
            output.lines().forEach(line -> note(line, complaints));
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(complaints);
        }
    }

    private void note(String line, Path complaints) {
        if (line == null) {
            throw new IllegalStateException("a process ended by itself: " + read(complaints));
        }
        String[] words = line.split(" ", 3);
        if (!words[0].equals("acknowledged")) {
            throw new IllegalStateException("a process said: " + line);
        }
        acknowledged.put(UUID.fromString(words[1]), words[2]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    private Process start(Path complaints) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        CLASSES,
                        AppendingProcess.class.getName(),
                        url + "&ApplicationName=" + SESSIONS,
                        contended)
                .redirectError(complaints.toFile())
                .start();
    }
}
