package dev.baton.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.testing.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.StubMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A JVM of its own, with the agent as it is built and libraries that are made up.
class AgentTest {
    private static final String AGENT = "target/jitter.jar";

    @TempDir
    private Path libraries;

    @Test
    void what_is_held_up_is_told_with_the_seed_at_the_end() throws IOException, InterruptedException {
        make(Place.TASK.library());
        task(Place.TASK.type());
        Ended ended = run("-Dbaton.jitter.seed=7", "-Dbaton.jitter.max=2", "-Dbaton.jitter.probability=1");
        assertThat(ended.code).as(ended.text).isZero();
        assertThat(ended.text)
                .contains("jitter begins, -Dbaton.jitter.seed=7", "jitter ends, -Dbaton.jitter.seed=7")
                .containsPattern("TASK +passed 20 times, held up [1-9]")
                .containsPattern("WORKER +passed 0 times, held up 0 times");
    }

    @Test
    void a_library_without_what_is_held_up_in_it_is_refused() throws IOException, InterruptedException {
        make(Place.TASK.library());
        task(Place.TASK.type() + "Renamed");
        assertRefused("jitter does not find [TASK]");
    }

    @Test
    void a_method_that_is_gone_is_refused() throws IOException, InterruptedException {
        make(Place.COMMIT.library());
        make(Place.COMMIT.type());
        assertRefused("jitter does not find [COMMIT]");
    }

    @Test
    void a_process_in_which_nothing_can_be_held_up_is_refused() throws IOException, InterruptedException {
        assertRefused("jitter finds nothing to hold up here");
    }

    private void assertRefused(String why) throws IOException, InterruptedException {
        Ended ended = run();
        assertThat(ended.text).contains(why);
        assertThat(ended.code).isNotZero();
    }

    private void make(String type) throws IOException {
        try (var made = new ByteBuddy().subclass(Object.class).name(type).make()) {
            made.saveIn(libraries.toFile());
        }
    }

    private void task(String type) throws IOException {
        try (var made = new ByteBuddy()
                .subclass(Object.class)
                .implement(Runnable.class)
                .name(type)
                .defineMethod("run", void.class, Visibility.PUBLIC)
                .intercept(StubMethod.INSTANCE)
                .make()) {
            made.saveIn(libraries.toFile());
        }
    }

    private Ended run(String... properties) throws IOException, InterruptedException {
        Path told = Files.createTempFile(libraries, "told", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + AGENT));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", libraries + File.pathSeparator + classPath(), Tasks.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(told));
    }

    /// This module and Byte Buddy, without the libraries whose names are made up here.
    private static String classPath() {
        return List.of(Tasks.class, ByteBuddy.class).stream()
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> new File(location.getPath()).getPath())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private record Ended(int code, String text) {}
}
