package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KilledAppenderTest extends StoreTest {

    @Test
    void what_was_confirmed_before_kill_9_is_there_whole_and_the_log_goes_on() throws Exception {
        Process appender = startAppending();
        List<UUID> confirmed;
        try (BufferedReader output = appender.inputReader()) {
            confirmed = output.lines()
                    .filter(line -> line.startsWith("confirmed "))
                    .limit(200)
                    .map(line -> UUID.fromString(line.substring("confirmed ".length())))
                    .toList();
            appender.destroyForcibly().waitFor();
        }

        assertThat(confirmed)
                .hasSize(200)
                .allSatisfy(id -> assertThat(log.find(id)).isPresent());
        append(counted(newStream(), 0));
        assertThat((log.lastPosition() - 1) % 3).as("commits are whole").isZero();
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    private Process startAppending() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AppendingProcess.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
