package dev.baton.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory;

    @Test
    void a_log_that_grew_too_large_is_set_aside_and_its_writer_goes_on() throws IOException {
        Path log = directory.resolve("deal-service.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(new byte[33 * 1024 * 1024]);
            new LogFile(log).keepSmall();
            writer.write("next\n".getBytes());
        }
        assertThat(Files.readString(log)).isEqualTo("next\n");
        assertThat(directory.resolve("deal-service.log.1")).hasSize(33 * 1024 * 1024);
    }

    @Test
    void a_small_log_and_none_at_all_stay_as_they_are() throws IOException {
        Path log = Files.writeString(directory.resolve("kafka.log"), "one\n");
        new LogFile(log).keepSmall();
        new LogFile(directory.resolve("missing.log")).keepSmall();
        assertThat(Files.readString(log)).isEqualTo("one\n");
        assertThat(directory.resolve("missing.log")).doesNotExist();
    }
}
